import type { Locator } from "playwright-core";

/** Stops of the Tab key after which a control counts as out of its reach. */
const FAR = 300;

/** Goes on to a control with the Tab key alone, from where the focus is, and around the page if it is above. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < FAR; stop++) {
    if (await target.evaluate((control) => control === document.activeElement)) return;
    await target.page().keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not come to ${target} within ${FAR} stops`);
}

/** Goes on to a control and presses it. */
export async function press(target: Locator, key = "Enter"): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Goes on to a field and types over what is in it. */
export async function type(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press("Control+a");
  await target.page().keyboard.insertText(text);
}

/** Goes on to a field for a file, and gives one to the window that it opens. */
export async function attach(target: Locator, name: string, mimeType: string, bytes: Uint8Array): Promise<void> {
  // Asked for before the way to the field: a busy page takes a key before the message that has its window reported.
  const opened = target.page().waitForEvent("filechooser");
  const [chooser] = await Promise.all([opened, press(target, "Space")]);
  await chooser.setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

/** Goes on to a list, and chooses an option, by its value or by what it is called, with the arrow keys. */
export async function choose(target: Locator, option: string): Promise<void> {
  await tabTo(target);
  const { at, to } = await target.evaluate((list: HTMLSelectElement, wanted) => {
    return {
      at: list.selectedIndex,
      to: [...list.options].findIndex((one) => [one.value, one.label].includes(wanted)),
    };
  }, option);
  if (to < 0) throw new Error(`${target} has no option ${option}`);
  for (let n = at; n !== to; n += Math.sign(to - at))
    await target.page().keyboard.press(to > at ? "ArrowDown" : "ArrowUp");
}
