CREATE TRIGGER `change_limit_with_reason` BEFORE INSERT ON `change_limit`
BEGIN
	SELECT RAISE(ABORT, 'limits are two, the lower first, or none, with a reason')
	WHERE (NEW.low IS NULL) <> (NEW.high IS NULL) OR NEW.low >= NEW.high OR trim(NEW.reason) = '';
END;
--> statement-breakpoint
CREATE TRIGGER `draft_row_added_to_draft` BEFORE INSERT ON `draft_row`
BEGIN
	SELECT RAISE(ABORT, 'what is submitted does not change')
	WHERE (SELECT state FROM `submission` WHERE id = NEW.submission_id) NOT IN ('draft', 'returned');
	SELECT RAISE(ABORT, 'a submission holds figures or statements')
	WHERE EXISTS (SELECT 1 FROM `submission_statement` WHERE submission_id = NEW.submission_id);
END;
--> statement-breakpoint
CREATE TRIGGER `draft_row_no_update` BEFORE UPDATE ON `draft_row`
BEGIN
	SELECT RAISE(ABORT, 'a row to be mended is replaced, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_without_rows_to_mend` BEFORE UPDATE ON `submission`
WHEN NEW.state = 'submitted'
BEGIN
	SELECT RAISE(ABORT, 'rows to be mended are not handed in')
	WHERE EXISTS (SELECT 1 FROM `draft_row` WHERE submission_id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER `mail_sent_stays` BEFORE UPDATE ON `mail`
BEGIN
	SELECT RAISE(ABORT, 'mail keeps its notice and person, and stays sent')
	WHERE OLD.state = 'sent' OR NEW.notice_id <> OLD.notice_id OR NEW.person <> OLD.person;
END;
--> statement-breakpoint
CREATE TRIGGER `mail_no_delete` BEFORE DELETE ON `mail`
BEGIN
	SELECT RAISE(ABORT, 'mail is kept');
END;
