CREATE TABLE `submission_statement` (
	`submission_id` integer NOT NULL,
	`id` text NOT NULL,
	`body` text NOT NULL,
	`withdrawn` integer NOT NULL,
	`new_source` text,
	`reason_text` text,
	`evidence` text NOT NULL,
	`base_release` integer,
	PRIMARY KEY(`submission_id`, `id`),
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER `submission_statement_no_update` BEFORE UPDATE ON `submission_statement`
BEGIN
	SELECT RAISE(ABORT, 'a proposed statement is replaced, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_statement_added_to_draft` BEFORE INSERT ON `submission_statement`
BEGIN
	SELECT RAISE(ABORT, 'what is submitted does not change')
	WHERE (SELECT state FROM `submission` WHERE id = NEW.submission_id) NOT IN ('draft', 'returned');
	SELECT RAISE(ABORT, 'a submission holds figures or statements')
	WHERE EXISTS (SELECT 1 FROM `submission_item` WHERE submission_id = NEW.submission_id AND state <> 'removed');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_statement_frozen` BEFORE DELETE ON `submission_statement`
BEGIN
	SELECT RAISE(ABORT, 'what is submitted does not change')
	WHERE (SELECT state FROM `submission` WHERE id = OLD.submission_id) NOT IN ('draft', 'returned');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_item_without_statements` BEFORE INSERT ON `submission_item`
BEGIN
	SELECT RAISE(ABORT, 'a submission holds figures or statements')
	WHERE EXISTS (SELECT 1 FROM `submission_statement` WHERE submission_id = NEW.submission_id);
END;
--> statement-breakpoint
DROP TRIGGER `definition_revision_as_approved`;
--> statement-breakpoint
CREATE TRIGGER `definition_revision_as_approved` BEFORE INSERT ON `definition_revision`
WHEN NEW.kind <> 'statement' AND (SELECT origin FROM `release` WHERE id = NEW.release_id) = 'submission'
BEGIN
	SELECT RAISE(ABORT, 'a release of figures adds sources only')
	WHERE NEW.kind <> 'source' OR EXISTS (SELECT 1 FROM `definition_revision` d WHERE d.kind = NEW.kind AND d.id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER `statement_as_approved` BEFORE INSERT ON `definition_revision`
WHEN NEW.kind = 'statement'
BEGIN
	SELECT RAISE(ABORT, 'a statement is published as it was approved')
	WHERE NOT EXISTS (
		SELECT 1 FROM `release` l
		JOIN `review` r ON r.id = l.review_id AND r.decision = 'approve'
		JOIN `submission_statement` s ON s.submission_id = r.submission_id
		WHERE l.id = NEW.release_id AND s.id = NEW.id
			AND (NEW.body IS CASE WHEN s.withdrawn THEN NULL ELSE s.body END
				OR (NOT s.withdrawn AND s.new_source IS NOT NULL
					AND json_remove(NEW.body, '$.content.source') = json_remove(s.body, '$.content.source'))));
	SELECT RAISE(ABORT, 'a revision needs a reason')
	WHERE EXISTS (SELECT 1 FROM `definition_revision` d WHERE d.kind = NEW.kind AND d.id = NEW.id)
		AND NOT EXISTS (
			SELECT 1 FROM `release` l
			JOIN `review` r ON r.id = l.review_id
			JOIN `submission_statement` s ON s.submission_id = r.submission_id
			WHERE l.id = NEW.release_id AND s.id = NEW.id AND trim(coalesce(s.reason_text, '')) <> '');
END;
