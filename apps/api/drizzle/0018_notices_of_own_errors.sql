-- A release of figures that put an error of our own right has the correction notice of it.
DROP TRIGGER `statement_as_approved`;
--> statement-breakpoint
CREATE TRIGGER `statement_as_approved` BEFORE INSERT ON `definition_revision`
WHEN NEW.kind = 'statement'
BEGIN
	SELECT RAISE(ABORT, 'a statement is published as it was approved')
	WHERE NOT EXISTS (
		SELECT 1 FROM `release` l
		JOIN `review` r ON r.id = l.review_id AND r.decision = 'approve'
		JOIN `submission_statement` s ON s.submission_id = r.submission_id
		WHERE l.id = NEW.release_id AND s.id = NEW.id
			AND (NEW.body IS CASE WHEN s.withdrawn THEN NULL ELSE s.body END
				OR (NOT s.withdrawn AND s.new_source IS NOT NULL
					AND json_remove(NEW.body, '$.content.source') = json_remove(s.body, '$.content.source'))))
		AND NOT EXISTS (
			SELECT 1 FROM `release` l
			JOIN `review` r ON r.id = l.review_id AND r.decision = 'approve'
			JOIN `review_item` d ON d.review_id = r.id AND d.outcome = 'approve'
			JOIN `submission_item` i ON i.id = d.item_id AND i.reason IN ('own_error', 'wrong_year')
			WHERE l.id = NEW.release_id AND NEW.id LIKE 'correction/%' AND NEW.body IS NOT NULL
				AND json_extract(NEW.body, '$.content.rightSince') = NEW.release_id
				AND NOT EXISTS (SELECT 1 FROM `definition_revision` d WHERE d.kind = NEW.kind AND d.id = NEW.id));
	SELECT RAISE(ABORT, 'a revision needs a reason')
	WHERE EXISTS (SELECT 1 FROM `definition_revision` d WHERE d.kind = NEW.kind AND d.id = NEW.id)
		AND NOT EXISTS (
			SELECT 1 FROM `release` l
			JOIN `review` r ON r.id = l.review_id
			JOIN `submission_statement` s ON s.submission_id = r.submission_id
			WHERE l.id = NEW.release_id AND s.id = NEW.id AND trim(coalesce(s.reason_text, '')) <> '');
END;
