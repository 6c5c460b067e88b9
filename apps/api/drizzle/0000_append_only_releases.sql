CREATE TABLE `definition_revision` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`release_id` integer NOT NULL,
	`body` text,
	PRIMARY KEY(`kind`, `id`, `release_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `observation_revision` (
	`indicator` text NOT NULL,
	`compiler` text NOT NULL,
	`ref_area` text NOT NULL,
	`time_period` integer NOT NULL,
	`release_id` integer NOT NULL,
	`obs_value` text,
	`value` real,
	`value_limit` text,
	`obs_status` text NOT NULL,
	`confidence` text NOT NULL,
	`rank_pool` integer,
	`source` text NOT NULL,
	`edition` text,
	`published` text,
	`obs_com_vi` text,
	`obs_com_en` text,
	PRIMARY KEY(`indicator`, `compiler`, `ref_area`, `time_period`, `release_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `release` (
	`id` integer PRIMARY KEY NOT NULL,
	`published_at` text NOT NULL,
	`origin` text NOT NULL,
	`reason_vi` text NOT NULL,
	`reason_en` text NOT NULL,
	`entered_by` text,
	`approved_by` text
);
--> statement-breakpoint
CREATE TABLE `seed_load` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hash` text NOT NULL,
	`release_id` integer,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action
);
