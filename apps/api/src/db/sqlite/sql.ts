/** SQL that only SQLite understands, each piece with what PostgreSQL would say instead. */

/** Of each key, in order of the keys, what is selected of the row with the highest version. PostgreSQL: `SELECT DISTINCT ON (key) … ORDER BY key, version DESC`. */
export const newestOfEach = (key: string, version: string, selected: string, from: string): string =>
  // Beside max(), SQLite takes the columns from the row that has the maximum; the condition itself always holds.
  `SELECT ${selected} ${from} GROUP BY ${key} HAVING max(${version}) ORDER BY ${key}`;

/** Whether a text is in the list that a parameter holds as JSON. PostgreSQL: `= ANY(@name)`. */
export const isAmong = (text: string, name: string): string => `${text} IN (SELECT value FROM json_each(@${name}))`;

/** Whether a column that holds a list as JSON has a parameter's text in it. PostgreSQL: `column::jsonb ? @name`. */
export const holds = (column: string, name: string): string =>
  `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = @${name})`;

/** Rows of `key` and `value` from the object that a parameter holds as JSON. PostgreSQL: `json_each_text(@name)`. */
export const entries = (name: string): string => `SELECT key, value FROM json_each(@${name})`;

/** The text of a field of a JSON object. PostgreSQL: `object::json ->> name`. */
export const jsonField = (object: string, name: string): string => `${object} ->> ${name}`;

/** The texts of rows with a column `line`, joined, as bytes: a JavaScript string between the database and the socket would cost more than the query. PostgreSQL: `convert_to(string_agg(line, separator), 'UTF8')`. */
export const joinedLines = (rows: string, separator: string): string =>
  `SELECT CAST(group_concat(line, ${separator}) AS BLOB) AS text FROM (${rows})`;

/** A text made of others by `%s`. PostgreSQL has the same function. Half the time of json_object() or of || between seventeen columns. */
export const formatted = (pattern: string, values: readonly string[]): string =>
  `format('${pattern}', ${values.join(", ")})`;

/** A text as JSON, null too. PostgreSQL: `coalesce(to_json(text)::text, 'null')`. */
export const asJson = (text: string): string => `json_quote(${text})`;

/** A field of a CSV line, in quotes where it has to be. PostgreSQL: `text ~ '["…\r\n]'`. */
export const csvField = (text: string, separator: string): string =>
  `CASE WHEN ${text} GLOB '*["${separator}' || char(13, 10) || ']*' THEN '"' || replace(${text}, '"', '""') || '"' ELSE ${text} END`;

export const CRLF = "char(13, 10)";

/** How many digits stand behind the point of a number's text. PostgreSQL: `strpos` for `instr`. */
export const decimalsOf = (text: string): string =>
  `CASE WHEN instr(${text}, '.') = 0 THEN '0' ELSE CAST(length(${text}) - instr(${text}, '.') AS TEXT) END`;
