CREATE TABLE `notice` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`person` text,
	`role` text,
	`actor` text,
	`submission_id` integer,
	`detail` text NOT NULL,
	`once` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_once_unique` ON `notice` (`once`);--> statement-breakpoint
CREATE INDEX `notice_at` ON `notice` (`at`);
--> statement-breakpoint
CREATE TRIGGER `notice_no_update` BEFORE UPDATE ON `notice`
BEGIN
	SELECT RAISE(ABORT, 'notice is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `notice_no_delete` BEFORE DELETE ON `notice`
BEGIN
	SELECT RAISE(ABORT, 'notice is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `notice_to_somebody` BEFORE INSERT ON `notice`
BEGIN
	SELECT RAISE(ABORT, 'a notice is for one person or one role') WHERE (NEW.person IS NULL) = (NEW.role IS NULL);
END;
