DELETE FROM `attempt`;
--> statement-breakpoint
DELETE FROM `session`;
--> statement-breakpoint
DROP INDEX `session_token_unique`;
--> statement-breakpoint
ALTER TABLE `session` RENAME COLUMN `token` TO `token_hash`;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_hash_unique` ON `session` (`token_hash`);
--> statement-breakpoint
DROP TABLE `verification`;
--> statement-breakpoint
CREATE TABLE `challenge` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `two_factor` DROP COLUMN `failed_verification_count`;
--> statement-breakpoint
ALTER TABLE `two_factor` DROP COLUMN `locked_until`;
