-- What has been published is never changed or deleted; a release is never dated before its predecessor.
CREATE TRIGGER `release_no_update` BEFORE UPDATE ON `release`
BEGIN
	SELECT RAISE(ABORT, 'release is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `release_no_delete` BEFORE DELETE ON `release`
BEGIN
	SELECT RAISE(ABORT, 'release is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `definition_revision_no_update` BEFORE UPDATE ON `definition_revision`
BEGIN
	SELECT RAISE(ABORT, 'definition_revision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `definition_revision_no_delete` BEFORE DELETE ON `definition_revision`
BEGIN
	SELECT RAISE(ABORT, 'definition_revision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `observation_revision_no_update` BEFORE UPDATE ON `observation_revision`
BEGIN
	SELECT RAISE(ABORT, 'observation_revision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `observation_revision_no_delete` BEFORE DELETE ON `observation_revision`
BEGIN
	SELECT RAISE(ABORT, 'observation_revision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `seed_load_no_update` BEFORE UPDATE ON `seed_load`
BEGIN
	SELECT RAISE(ABORT, 'seed_load is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `seed_load_no_delete` BEFORE DELETE ON `seed_load`
BEGIN
	SELECT RAISE(ABORT, 'seed_load is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `release_in_order` BEFORE INSERT ON `release`
BEGIN
	SELECT RAISE(ABORT, 'a release is numbered and dated after its predecessor')
	WHERE NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM `release`)
		OR NEW.published_at < (SELECT coalesce(max(published_at), '') FROM `release`);
END;
--> statement-breakpoint
CREATE TRIGGER `definition_revision_in_newest_release` BEFORE INSERT ON `definition_revision`
BEGIN
	SELECT RAISE(ABORT, 'a revision belongs to the newest release')
	WHERE NEW.release_id <> (SELECT max(id) FROM `release`);
END;
--> statement-breakpoint
CREATE TRIGGER `observation_revision_in_newest_release` BEFORE INSERT ON `observation_revision`
BEGIN
	SELECT RAISE(ABORT, 'a revision belongs to the newest release')
	WHERE NEW.release_id <> (SELECT max(id) FROM `release`);
END;
