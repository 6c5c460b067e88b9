CREATE TABLE `absence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`staff` text NOT NULL,
	`staff_name` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` text NOT NULL,
	`ended_by` text,
	`ended_at` text
);

--> statement-breakpoint
CREATE TRIGGER `absence_no_delete` BEFORE DELETE ON `absence`
BEGIN
	SELECT RAISE(ABORT, 'absence is kept');
END;
--> statement-breakpoint
CREATE TRIGGER `absence_in_order` BEFORE INSERT ON `absence`
BEGIN
	SELECT RAISE(ABORT, 'an absence does not end before it begins, and has not ended when it is recorded')
	WHERE NEW.to_day < NEW.from_day OR NEW.ended_by IS NOT NULL OR NEW.ended_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER `absence_stays` BEFORE UPDATE ON `absence`
BEGIN
	SELECT RAISE(ABORT, 'an absence ends once, and nothing else of it changes')
	WHERE OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by IS NULL
		OR NEW.id <> OLD.id OR NEW.staff <> OLD.staff OR NEW.staff_name <> OLD.staff_name
		OR NEW.from_day <> OLD.from_day OR NEW.to_day <> OLD.to_day OR NEW.created_by <> OLD.created_by
		OR NEW.created_by_name <> OLD.created_by_name OR NEW.created_at <> OLD.created_at;
END;
