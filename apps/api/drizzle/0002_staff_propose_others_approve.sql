CREATE TABLE `assignment` (
	`indicator` text PRIMARY KEY NOT NULL,
	`staff` text NOT NULL,
	`staff_name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `delegation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reviewer` text NOT NULL,
	`reviewer_name` text NOT NULL,
	`stand_in` text NOT NULL,
	`stand_in_name` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`sha256` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`name` text NOT NULL,
	`added_by` text NOT NULL,
	`added_by_name` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`request` text NOT NULL,
	`answer` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`actor`, `key`)
);
--> statement-breakpoint
CREATE TABLE `release_seal` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`figures_hash` text NOT NULL,
	`audit_head` text NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `release_seal_audit_head` ON `release_seal` (`audit_head`);--> statement-breakpoint
CREATE TABLE `review` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`submission_id` integer NOT NULL,
	`reviewer` text NOT NULL,
	`reviewer_name` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text,
	`at` text NOT NULL,
	`publish_at` text,
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_of` ON `review` (`submission_id`);--> statement-breakpoint
CREATE TABLE `review_item` (
	`review_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`outcome` text NOT NULL,
	PRIMARY KEY(`review_id`, `item_id`),
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `submission_item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `schedule` (
	`review_id` integer PRIMARY KEY NOT NULL,
	`submission_id` integer NOT NULL,
	`publish_at` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `submission` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`author` text NOT NULL,
	`author_name` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`submitted_at` text
);
--> statement-breakpoint
CREATE INDEX `submission_state` ON `submission` (`state`);--> statement-breakpoint
CREATE TABLE `submission_item` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`submission_id` integer NOT NULL,
	`kind` text NOT NULL,
	`indicator` text NOT NULL,
	`compiler` text NOT NULL,
	`ref_area` text NOT NULL,
	`time_period` integer NOT NULL,
	`obs_value` text,
	`value_limit` text,
	`obs_status` text NOT NULL,
	`confidence` text NOT NULL,
	`rank_pool` integer,
	`source` text,
	`new_source` text,
	`edition` text,
	`published` text,
	`obs_com_vi` text,
	`obs_com_en` text,
	`reason` text,
	`reason_text` text,
	`confirmation` text,
	`place` text,
	`evidence` text DEFAULT '[]' NOT NULL,
	`base_release` integer,
	`pair` integer,
	`state` text DEFAULT 'open' NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submission_item_of` ON `submission_item` (`submission_id`);--> statement-breakpoint
CREATE INDEX `submission_item_key` ON `submission_item` (`indicator`,`time_period`,`ref_area`,`compiler`);--> statement-breakpoint
ALTER TABLE `release` ADD `review_id` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `release_review_id_unique` ON `release` (`review_id`);
--> statement-breakpoint
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit`
BEGIN
	SELECT RAISE(ABORT, 'audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit`
BEGIN
	SELECT RAISE(ABORT, 'audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `release_seal_no_update` BEFORE UPDATE ON `release_seal`
BEGIN
	SELECT RAISE(ABORT, 'release_seal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `release_seal_no_delete` BEFORE DELETE ON `release_seal`
BEGIN
	SELECT RAISE(ABORT, 'release_seal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `review_no_update` BEFORE UPDATE ON `review`
BEGIN
	SELECT RAISE(ABORT, 'review is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `review_no_delete` BEFORE DELETE ON `review`
BEGIN
	SELECT RAISE(ABORT, 'review is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `review_item_no_update` BEFORE UPDATE ON `review_item`
BEGIN
	SELECT RAISE(ABORT, 'review_item is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `review_item_no_delete` BEFORE DELETE ON `review_item`
BEGIN
	SELECT RAISE(ABORT, 'review_item is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_no_update` BEFORE UPDATE ON `evidence`
BEGIN
	SELECT RAISE(ABORT, 'evidence is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_no_delete` BEFORE DELETE ON `evidence`
BEGIN
	SELECT RAISE(ABORT, 'evidence is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_no_delete` BEFORE DELETE ON `submission`
BEGIN
	SELECT RAISE(ABORT, 'submission is kept');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_item_no_delete` BEFORE DELETE ON `submission_item`
BEGIN
	SELECT RAISE(ABORT, 'submission_item is kept');
END;
--> statement-breakpoint
CREATE TRIGGER `schedule_no_delete` BEFORE DELETE ON `schedule`
BEGIN
	SELECT RAISE(ABORT, 'schedule is kept');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_in_order` BEFORE INSERT ON `audit`
BEGIN
	SELECT RAISE(ABORT, 'an audit entry follows the newest one')
	WHERE NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM `audit`)
		OR NEW.prev <> coalesce((SELECT hash FROM `audit` ORDER BY id DESC LIMIT 1), '');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_author_stays` BEFORE UPDATE OF `id`, `author`, `created_at` ON `submission`
BEGIN
	SELECT RAISE(ABORT, 'a submission keeps its author')
	WHERE NEW.id <> OLD.id OR NEW.author <> OLD.author OR NEW.created_at <> OLD.created_at;
END;
--> statement-breakpoint
CREATE TRIGGER `submission_ends` BEFORE UPDATE ON `submission`
BEGIN
	SELECT RAISE(ABORT, 'this submission has ended') WHERE OLD.state IN ('approved', 'rejected', 'withdrawn');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_item_added_to_draft` BEFORE INSERT ON `submission_item`
BEGIN
	SELECT RAISE(ABORT, 'what is submitted does not change')
	WHERE (SELECT state FROM `submission` WHERE id = NEW.submission_id) NOT IN ('draft', 'returned') OR NEW.state <> 'open';
END;
--> statement-breakpoint
CREATE TRIGGER `submission_item_frozen` BEFORE UPDATE OF `id`, `submission_id`, `kind`, `indicator`, `compiler`, `ref_area`, `time_period`, `obs_value`, `value_limit`, `obs_status`, `confidence`, `rank_pool`, `source`, `new_source`, `edition`, `published`, `obs_com_vi`, `obs_com_en`, `reason`, `reason_text`, `confirmation`, `place`, `evidence`, `base_release`, `pair` ON `submission_item`
BEGIN
	SELECT RAISE(ABORT, 'what is submitted does not change')
	WHERE OLD.state <> 'open' OR NEW.submission_id <> OLD.submission_id OR NEW.id <> OLD.id
		OR (SELECT state FROM `submission` WHERE id = OLD.submission_id) NOT IN ('draft', 'returned');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_item_decided` BEFORE UPDATE OF `state` ON `submission_item`
BEGIN
	SELECT RAISE(ABORT, 'a decision about a figure stays')
	WHERE OLD.state IN ('rejected', 'removed')
		OR (OLD.state = 'approved' AND NOT (NEW.state = 'open'
			AND EXISTS (SELECT 1 FROM `submission` s WHERE s.id = OLD.submission_id AND s.state = 'scheduled')));
END;
--> statement-breakpoint
CREATE TRIGGER `review_by_another` BEFORE INSERT ON `review`
BEGIN
	SELECT RAISE(ABORT, 'nobody reviews their own submission')
	WHERE NEW.reviewer = (SELECT author FROM `submission` WHERE id = NEW.submission_id);
	SELECT RAISE(ABORT, 'only what is submitted is reviewed')
	WHERE (SELECT state FROM `submission` WHERE id = NEW.submission_id)
		<> CASE NEW.decision WHEN 'unschedule' THEN 'scheduled' ELSE 'submitted' END;
	SELECT RAISE(ABORT, 'a return or rejection needs a reason')
	WHERE NEW.decision <> 'approve' AND trim(coalesce(NEW.reason, '')) = '';
END;
--> statement-breakpoint
CREATE TRIGGER `review_item_of_submission` BEFORE INSERT ON `review_item`
BEGIN
	SELECT RAISE(ABORT, 'a review decides on its own submission')
	WHERE (SELECT submission_id FROM `review` WHERE id = NEW.review_id)
		<> (SELECT submission_id FROM `submission_item` WHERE id = NEW.item_id);
END;
--> statement-breakpoint
CREATE TRIGGER `release_as_approved` BEFORE INSERT ON `release`
BEGIN
	SELECT RAISE(ABORT, 'a release of figures needs an approval')
	WHERE (NEW.origin = 'submission') <> (NEW.review_id IS NOT NULL)
		OR (NEW.origin = 'submission' AND NOT EXISTS (
			SELECT 1 FROM `review` r JOIN `submission` s ON s.id = r.submission_id
			WHERE r.id = NEW.review_id AND r.decision = 'approve' AND r.reviewer <> s.author AND s.state IN ('submitted', 'scheduled')));
END;
--> statement-breakpoint
CREATE TRIGGER `observation_revision_as_approved` BEFORE INSERT ON `observation_revision`
WHEN (SELECT origin FROM `release` WHERE id = NEW.release_id) = 'submission'
BEGIN
	SELECT RAISE(ABORT, 'a figure is published as it was approved')
	WHERE NOT EXISTS (
		SELECT 1 FROM `release` l
		JOIN `review_item` d ON d.review_id = l.review_id AND d.outcome = 'approve'
		JOIN `submission_item` i ON i.id = d.item_id
		WHERE l.id = NEW.release_id AND i.indicator = NEW.indicator AND i.compiler = NEW.compiler
			AND i.ref_area = NEW.ref_area AND i.time_period = NEW.time_period
			AND NEW.obs_value IS CASE i.kind WHEN 'withdraw' THEN NULL ELSE i.obs_value END
			AND (i.kind = 'withdraw' OR (NEW.value_limit IS i.value_limit AND NEW.obs_status = i.obs_status
				AND NEW.confidence = i.confidence AND NEW.rank_pool IS i.rank_pool
				AND (i.source IS NULL OR NEW.source = i.source))));
	SELECT RAISE(ABORT, 'a revision needs a reason')
	WHERE EXISTS (
			SELECT 1 FROM `observation_revision` o WHERE o.indicator = NEW.indicator AND o.compiler = NEW.compiler
				AND o.ref_area = NEW.ref_area AND o.time_period = NEW.time_period)
		AND NOT EXISTS (
			SELECT 1 FROM `release` l
			JOIN `review_item` d ON d.review_id = l.review_id AND d.outcome = 'approve'
			JOIN `submission_item` i ON i.id = d.item_id
			WHERE l.id = NEW.release_id AND i.indicator = NEW.indicator AND i.compiler = NEW.compiler
				AND i.ref_area = NEW.ref_area AND i.time_period = NEW.time_period
				AND i.reason IS NOT NULL AND trim(coalesce(i.reason_text, '')) <> '');
END;
--> statement-breakpoint
CREATE TRIGGER `definition_revision_as_approved` BEFORE INSERT ON `definition_revision`
WHEN (SELECT origin FROM `release` WHERE id = NEW.release_id) = 'submission'
BEGIN
	SELECT RAISE(ABORT, 'a release of figures adds sources only')
	WHERE NEW.kind <> 'source' OR EXISTS (SELECT 1 FROM `definition_revision` d WHERE d.kind = NEW.kind AND d.id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER `observation_revision_before_seal` BEFORE INSERT ON `observation_revision`
BEGIN
	SELECT RAISE(ABORT, 'a sealed release takes nothing more')
	WHERE EXISTS (SELECT 1 FROM `release_seal` WHERE release_id = NEW.release_id);
END;
--> statement-breakpoint
CREATE TRIGGER `definition_revision_before_seal` BEFORE INSERT ON `definition_revision`
BEGIN
	SELECT RAISE(ABORT, 'a sealed release takes nothing more')
	WHERE EXISTS (SELECT 1 FROM `release_seal` WHERE release_id = NEW.release_id);
END;
--> statement-breakpoint
CREATE TRIGGER `idempotency_no_update` BEFORE UPDATE ON `idempotency`
BEGIN
	SELECT RAISE(ABORT, 'an answer once given stays');
END;
