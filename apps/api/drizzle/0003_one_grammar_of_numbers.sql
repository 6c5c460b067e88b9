-- A number of a figure is -?(0|[1-9]\d{0,14})(\.\d{1,9})? and never -0 (number-text.ts): a JSON number of digits, point and sign alone.
CREATE TRIGGER `observation_revision_number` BEFORE INSERT ON `observation_revision`
BEGIN
	SELECT RAISE(ABORT, 'a number is written as it is published')
	WHERE NEW.obs_value IS NOT NULL AND NOT (typeof(NEW.obs_value) = 'text' AND length(CAST(NEW.obs_value AS BLOB)) = length(NEW.obs_value)
			AND NEW.obs_value NOT GLOB '*[^0-9.-]*' AND json_valid(NEW.obs_value)
			AND (NEW.obs_value NOT GLOB '-*' OR NEW.obs_value GLOB '*[1-9]*')
			AND instr(NEW.obs_value || '.', '.') <= 16 + (NEW.obs_value GLOB '-*')
			AND length(NEW.obs_value) - instr(NEW.obs_value || '.', '.') <= 9);
	SELECT RAISE(ABORT, 'text and value of a number are the same')
	WHERE (NEW.obs_value IS NULL) <> (NEW.value IS NULL) OR abs(NEW.value - CAST(NEW.obs_value AS REAL)) > abs(NEW.value) * 1e-12;
END;
--> statement-breakpoint
CREATE TRIGGER `submission_item_number` BEFORE INSERT ON `submission_item`
WHEN NEW.obs_value IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'a number is written as it is published')
	WHERE NOT (typeof(NEW.obs_value) = 'text' AND length(CAST(NEW.obs_value AS BLOB)) = length(NEW.obs_value)
			AND NEW.obs_value NOT GLOB '*[^0-9.-]*' AND json_valid(NEW.obs_value)
			AND (NEW.obs_value NOT GLOB '-*' OR NEW.obs_value GLOB '*[1-9]*')
			AND instr(NEW.obs_value || '.', '.') <= 16 + (NEW.obs_value GLOB '-*')
			AND length(NEW.obs_value) - instr(NEW.obs_value || '.', '.') <= 9);
END;
--> statement-breakpoint
CREATE TRIGGER `submission_item_number_changed` BEFORE UPDATE OF `obs_value` ON `submission_item`
WHEN NEW.obs_value IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'a number is written as it is published')
	WHERE NOT (typeof(NEW.obs_value) = 'text' AND length(CAST(NEW.obs_value AS BLOB)) = length(NEW.obs_value)
			AND NEW.obs_value NOT GLOB '*[^0-9.-]*' AND json_valid(NEW.obs_value)
			AND (NEW.obs_value NOT GLOB '-*' OR NEW.obs_value GLOB '*[1-9]*')
			AND instr(NEW.obs_value || '.', '.') <= 16 + (NEW.obs_value GLOB '-*')
			AND length(NEW.obs_value) - instr(NEW.obs_value || '.', '.') <= 9);
END;
