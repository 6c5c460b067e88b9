ALTER TABLE `review` ADD `items_hash` text;--> statement-breakpoint
ALTER TABLE `submission` ADD `items_hash` text;
--> statement-breakpoint
CREATE TRIGGER `submission_begins_as_draft` BEFORE INSERT ON `submission`
BEGIN
	SELECT RAISE(ABORT, 'a submission begins as a draft') WHERE NEW.state <> 'draft' OR NEW.items_hash IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER `submission_hashed` BEFORE UPDATE OF `state` ON `submission`
WHEN NEW.state = 'submitted' AND OLD.state IN ('draft', 'returned')
BEGIN
	SELECT RAISE(ABORT, 'what is submitted is hashed') WHERE NEW.items_hash IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER `submission_items_hash_stays` BEFORE UPDATE OF `items_hash` ON `submission`
WHEN NEW.items_hash IS NOT OLD.items_hash
BEGIN
	SELECT RAISE(ABORT, 'the hash of what was submitted stays')
	WHERE NEW.items_hash IS NULL
		OR NOT ((OLD.state IN ('draft', 'returned') AND NEW.state = 'submitted')
			-- What waited when this was introduced is hashed once.
			OR (OLD.items_hash IS NULL AND NEW.state = OLD.state AND OLD.state IN ('submitted', 'scheduled')));
END;
--> statement-breakpoint
CREATE TRIGGER `review_of_what_was_submitted` BEFORE INSERT ON `review`
WHEN NEW.decision = 'approve'
BEGIN
	SELECT RAISE(ABORT, 'what is approved is what was submitted')
	WHERE NEW.items_hash IS NOT NULL
		AND NEW.items_hash IS NOT (SELECT items_hash FROM `submission` WHERE id = NEW.submission_id);
END;
--> statement-breakpoint
CREATE TRIGGER `release_of_what_was_submitted` BEFORE INSERT ON `release`
WHEN NEW.origin = 'submission'
BEGIN
	SELECT RAISE(ABORT, 'what is published is what was submitted')
	WHERE EXISTS (
		SELECT 1 FROM `review` r JOIN `submission` s ON s.id = r.submission_id
		WHERE r.id = NEW.review_id AND (s.items_hash IS NULL OR coalesce(r.items_hash, s.items_hash) <> s.items_hash));
END;
