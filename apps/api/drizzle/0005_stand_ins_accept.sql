CREATE TABLE `early_reader` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`staff` text,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`added_by` text NOT NULL,
	`added_by_name` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `schedule`(`review_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `early_reader_of` ON `early_reader` (`review_id`);--> statement-breakpoint
ALTER TABLE `delegation` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `delegation` ADD `created_by_name` text;--> statement-breakpoint
ALTER TABLE `delegation` ADD `created_at` text;--> statement-breakpoint
ALTER TABLE `delegation` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `delegation` ADD `confirmed_by_name` text;--> statement-breakpoint
ALTER TABLE `delegation` ADD `confirmed_at` text;--> statement-breakpoint
ALTER TABLE `delegation` ADD `accepted_at` text;--> statement-breakpoint
ALTER TABLE `review` ADD `on_behalf_of` text;--> statement-breakpoint
ALTER TABLE `review` ADD `on_behalf_of_name` text;--> statement-breakpoint
ALTER TABLE `review` ADD `delegation_id` integer;
--> statement-breakpoint
CREATE TRIGGER `early_reader_no_update` BEFORE UPDATE ON `early_reader`
BEGIN
	SELECT RAISE(ABORT, 'early_reader is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `early_reader_no_delete` BEFORE DELETE ON `early_reader`
BEGIN
	SELECT RAISE(ABORT, 'early_reader is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `early_reader_in_time` BEFORE INSERT ON `early_reader`
BEGIN
	SELECT RAISE(ABORT, 'early readers are named before the instant of publication')
	WHERE NOT EXISTS (
		SELECT 1 FROM `schedule` WHERE review_id = NEW.review_id AND state = 'waiting' AND publish_at > NEW.added_at);
END;
--> statement-breakpoint
CREATE TRIGGER `delegation_no_delete` BEFORE DELETE ON `delegation`
BEGIN
	SELECT RAISE(ABORT, 'delegation is kept');
END;
--> statement-breakpoint
CREATE TRIGGER `delegation_as_agreed` BEFORE INSERT ON `delegation`
BEGIN
	SELECT RAISE(ABORT, 'a delegation names two people and who made it, and neither represents themself')
	WHERE NEW.created_by IS NULL OR NEW.created_by_name IS NULL OR NEW.created_at IS NULL
		OR NEW.reviewer = NEW.stand_in OR NEW.created_by = NEW.stand_in;
	SELECT RAISE(ABORT, 'a delegation begins now or later, for at most 90 days')
	WHERE NEW.starts_at < NEW.created_at OR NEW.ends_at <= NEW.starts_at
		OR julianday(NEW.ends_at) - julianday(NEW.starts_at) > 90.00001;
	SELECT RAISE(ABORT, 'a delegation is accepted after it was made')
	WHERE NEW.accepted_at IS NOT NULL OR NEW.confirmed_by IS NOT NULL OR NEW.confirmed_by_name IS NOT NULL
		OR NEW.confirmed_at IS NOT NULL OR NEW.revoked_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER `delegation_stays` BEFORE UPDATE ON `delegation`
BEGIN
	SELECT RAISE(ABORT, 'what was delegated does not change')
	WHERE NEW.id <> OLD.id OR NEW.reviewer <> OLD.reviewer OR NEW.reviewer_name <> OLD.reviewer_name
		OR NEW.stand_in <> OLD.stand_in OR NEW.stand_in_name <> OLD.stand_in_name
		OR NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at
		OR NEW.created_by IS NOT OLD.created_by OR NEW.created_by_name IS NOT OLD.created_by_name
		OR NEW.created_at IS NOT OLD.created_at;
	SELECT RAISE(ABORT, 'a delegation that has ended stays so')
	WHERE OLD.revoked_at IS NOT NULL;
	SELECT RAISE(ABORT, 'acceptance and confirmation are given once')
	WHERE (OLD.accepted_at IS NOT NULL AND NEW.accepted_at IS NOT OLD.accepted_at)
		OR (OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_at IS NOT OLD.confirmed_at
			OR NEW.confirmed_by IS NOT OLD.confirmed_by OR NEW.confirmed_by_name IS NOT OLD.confirmed_by_name));
	SELECT RAISE(ABORT, 'a second administrator confirms')
	WHERE (NEW.confirmed_at IS NOT OLD.confirmed_at OR NEW.confirmed_by IS NOT OLD.confirmed_by)
		AND (NEW.confirmed_at IS NULL OR NEW.confirmed_by IS NULL OR NEW.confirmed_by_name IS NULL OR OLD.created_by IS NULL
			OR NEW.confirmed_by IN (OLD.created_by, OLD.stand_in, OLD.reviewer) OR OLD.created_by = OLD.reviewer);
	SELECT RAISE(ABORT, 'a delegation is accepted once it has been made in full')
	WHERE NEW.accepted_at IS NOT OLD.accepted_at
		AND (OLD.created_by IS NULL OR (OLD.created_by <> OLD.reviewer AND OLD.confirmed_at IS NULL)
			OR NEW.accepted_at < OLD.created_at OR NEW.accepted_at >= OLD.ends_at);
END;
--> statement-breakpoint
CREATE TRIGGER `review_not_of_the_represented` BEFORE INSERT ON `review`
BEGIN
	SELECT RAISE(ABORT, 'a stand-in does not decide on the work of the person they stand in for')
	WHERE NEW.on_behalf_of = (SELECT author FROM `submission` WHERE id = NEW.submission_id)
		OR EXISTS (
			SELECT 1 FROM `delegation` d JOIN `submission` s ON s.id = NEW.submission_id
			WHERE d.reviewer = s.author AND d.stand_in = NEW.reviewer AND d.accepted_at <= NEW.at
				AND d.revoked_at IS NULL AND d.starts_at <= NEW.at AND d.ends_at > NEW.at);
END;
--> statement-breakpoint
CREATE TRIGGER `review_by_delegation` BEFORE INSERT ON `review`
WHEN NEW.on_behalf_of IS NOT NULL OR NEW.on_behalf_of_name IS NOT NULL OR NEW.delegation_id IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'a review in the place of another needs a delegation in force')
	WHERE NOT EXISTS (
		SELECT 1 FROM `delegation` d
		WHERE d.id = NEW.delegation_id AND d.stand_in = NEW.reviewer AND d.reviewer = NEW.on_behalf_of
			AND d.reviewer_name = NEW.on_behalf_of_name AND d.accepted_at <= NEW.at
			AND d.revoked_at IS NULL AND d.starts_at <= NEW.at AND d.ends_at > NEW.at);
END;
