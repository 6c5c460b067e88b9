DROP TRIGGER `review_item_with_reason`;
--> statement-breakpoint
CREATE TRIGGER `review_item_with_reason` BEFORE INSERT ON `review_item`
BEGIN
	-- What is returned as a whole can say why of some figures, which come first; the others go back with them.
	SELECT RAISE(ABORT, 'a return or rejection needs a reason')
	WHERE NEW.outcome <> 'approve' AND trim(coalesce(NEW.reason, '')) = ''
		AND trim(coalesce((SELECT reason FROM `review` WHERE id = NEW.review_id), '')) = ''
		AND NOT (NEW.outcome = 'return'
			AND (SELECT decision FROM `review` WHERE id = NEW.review_id) = 'return'
			AND EXISTS (SELECT 1 FROM `review_item` WHERE review_id = NEW.review_id AND trim(coalesce(reason, '')) <> ''));
END;
