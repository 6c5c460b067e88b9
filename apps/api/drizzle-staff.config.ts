import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "sqlite", schema: "./src/staff/schema.ts", out: "./drizzle-staff" });
