CREATE TABLE `release_outcome` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`method_version` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `observation_revision_of_release` ON `observation_revision` (`release_id`,`indicator`);