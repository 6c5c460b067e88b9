import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "sqlite", schema: "./src/identity/schema.ts", out: "./drizzle-staff" });
