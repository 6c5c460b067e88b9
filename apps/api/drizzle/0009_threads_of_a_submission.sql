CREATE TABLE `comment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`submission_id` integer NOT NULL,
	`part` text NOT NULL,
	`author` text NOT NULL,
	`author_name` text NOT NULL,
	`at` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_of` ON `comment` (`submission_id`);--> statement-breakpoint
CREATE TABLE `handed_in` (
	`submission_id` integer NOT NULL,
	`version` integer NOT NULL,
	`part` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`submission_id`, `version`, `part`),
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `review_item` ADD `reason` text;
--> statement-breakpoint
CREATE TRIGGER `comment_no_update` BEFORE UPDATE ON `comment`
BEGIN
	SELECT RAISE(ABORT, 'comment is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `comment_no_delete` BEFORE DELETE ON `comment`
BEGIN
	SELECT RAISE(ABORT, 'comment is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `handed_in_no_update` BEFORE UPDATE ON `handed_in`
BEGIN
	SELECT RAISE(ABORT, 'handed_in is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `handed_in_no_delete` BEFORE DELETE ON `handed_in`
BEGIN
	SELECT RAISE(ABORT, 'handed_in is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `comment_while_open` BEFORE INSERT ON `comment`
BEGIN
	SELECT RAISE(ABORT, 'a submission that has ended takes no comments')
	WHERE (SELECT state FROM `submission` WHERE id = NEW.submission_id) IN ('approved', 'rejected', 'withdrawn');
	SELECT RAISE(ABORT, 'a comment says something about a part of its submission')
	WHERE trim(NEW.text) = '' OR (
		NOT EXISTS (SELECT 1 FROM `submission_item` WHERE submission_id = NEW.submission_id AND CAST(id AS TEXT) = NEW.part)
		AND NOT EXISTS (SELECT 1 FROM `submission_statement` WHERE submission_id = NEW.submission_id AND id = NEW.part));
END;
--> statement-breakpoint
DROP TRIGGER `review_by_another`;
--> statement-breakpoint
CREATE TRIGGER `review_by_another` BEFORE INSERT ON `review`
BEGIN
	SELECT RAISE(ABORT, 'nobody reviews their own submission')
	WHERE NEW.reviewer = (SELECT author FROM `submission` WHERE id = NEW.submission_id);
	SELECT RAISE(ABORT, 'only what is submitted is reviewed')
	WHERE (SELECT state FROM `submission` WHERE id = NEW.submission_id)
		<> CASE NEW.decision WHEN 'unschedule' THEN 'scheduled' ELSE 'submitted' END;
	-- Where figures are decided on, each can have a reason of its own instead.
	SELECT RAISE(ABORT, 'a return or rejection needs a reason')
	WHERE NEW.decision <> 'approve' AND trim(coalesce(NEW.reason, '')) = ''
		AND (NEW.decision = 'unschedule'
			OR NOT EXISTS (SELECT 1 FROM `submission_item` WHERE submission_id = NEW.submission_id AND state = 'open'));
END;
--> statement-breakpoint
CREATE TRIGGER `review_item_with_reason` BEFORE INSERT ON `review_item`
BEGIN
	SELECT RAISE(ABORT, 'a return or rejection needs a reason')
	WHERE NEW.outcome <> 'approve' AND trim(coalesce(NEW.reason, '')) = ''
		AND trim(coalesce((SELECT reason FROM `review` WHERE id = NEW.review_id), '')) = '';
END;
