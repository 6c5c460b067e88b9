CREATE TABLE `enquiry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`body` text NOT NULL,
	`body_name` text NOT NULL,
	`due_on` text NOT NULL,
	`figures` text NOT NULL,
	`created_by` text NOT NULL,
	`created_by_name` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `enquiry_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`enquiry_id` integer NOT NULL,
	`kind` text NOT NULL,
	`number` text,
	`on_day` text NOT NULL,
	`reason` text,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enquiry_event_of` ON `enquiry_event` (`enquiry_id`);
--> statement-breakpoint
CREATE TRIGGER `enquiry_no_update` BEFORE UPDATE ON `enquiry`
BEGIN
	SELECT RAISE(ABORT, 'enquiry is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `enquiry_no_delete` BEFORE DELETE ON `enquiry`
BEGIN
	SELECT RAISE(ABORT, 'enquiry is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `enquiry_event_no_update` BEFORE UPDATE ON `enquiry_event`
BEGIN
	SELECT RAISE(ABORT, 'enquiry_event is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `enquiry_event_no_delete` BEFORE DELETE ON `enquiry_event`
BEGIN
	SELECT RAISE(ABORT, 'enquiry_event is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `enquiry_event_in_order` BEFORE INSERT ON `enquiry_event`
BEGIN
	SELECT RAISE(ABORT, 'a letter is sent, then answered, and an answer may be sent back and come again')
	WHERE NEW.kind IS NOT (
		SELECT CASE coalesce((SELECT kind FROM `enquiry_event` WHERE enquiry_id = NEW.enquiry_id ORDER BY id DESC LIMIT 1), 'made')
			WHEN 'made' THEN 'sent' WHEN 'received' THEN 'returned' ELSE 'received' END);
	SELECT RAISE(ABORT, 'a letter has a number, and an answer sent back a reason')
	WHERE (NEW.kind = 'returned') <> (NEW.number IS NULL) OR (NEW.kind = 'returned') <> (trim(coalesce(NEW.reason, '')) <> '');
END;
