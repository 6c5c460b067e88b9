CREATE TABLE `mail` (
	`notice_id` integer NOT NULL,
	`person` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_at` text NOT NULL,
	`error` text,
	PRIMARY KEY(`notice_id`, `person`),
	FOREIGN KEY (`notice_id`) REFERENCES `notice`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_due` ON `mail` (`state`,`next_at`);