CREATE TABLE `change_limit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`indicator` text NOT NULL,
	`low` real,
	`high` real,
	`reason` text NOT NULL,
	`set_by` text NOT NULL,
	`set_by_name` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `change_limit_of` ON `change_limit` (`indicator`);
--> statement-breakpoint
CREATE TRIGGER `change_limit_no_update` BEFORE UPDATE ON `change_limit`
BEGIN
	SELECT RAISE(ABORT, 'change_limit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `change_limit_no_delete` BEFORE DELETE ON `change_limit`
BEGIN
	SELECT RAISE(ABORT, 'change_limit is append-only');
END;
