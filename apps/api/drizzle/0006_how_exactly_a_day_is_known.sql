ALTER TABLE `observation_revision` ADD `published_precision` text;--> statement-breakpoint
ALTER TABLE `submission_item` ADD `published_precision` text;--> statement-breakpoint
CREATE TRIGGER `observation_revision_precision` BEFORE INSERT ON `observation_revision`
WHEN NEW.published_precision IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'a day is known to the day, the month or the year')
	WHERE NEW.published_precision NOT IN ('day', 'month', 'year');
END;
--> statement-breakpoint
DROP TRIGGER `submission_item_frozen`;
--> statement-breakpoint
CREATE TRIGGER `submission_item_frozen` BEFORE UPDATE OF `id`, `submission_id`, `kind`, `indicator`, `compiler`, `ref_area`, `time_period`, `obs_value`, `value_limit`, `obs_status`, `confidence`, `rank_pool`, `source`, `new_source`, `edition`, `published`, `obs_com_vi`, `obs_com_en`, `published_precision`, `reason`, `reason_text`, `confirmation`, `place`, `evidence`, `base_release`, `pair` ON `submission_item`
BEGIN
	SELECT RAISE(ABORT, 'what is submitted does not change')
	WHERE OLD.state <> 'open' OR NEW.submission_id <> OLD.submission_id OR NEW.id <> OLD.id
		OR (SELECT state FROM `submission` WHERE id = OLD.submission_id) NOT IN ('draft', 'returned');
END;
