import { type Locator, type Page } from 'playwright-core';
import { eventually } from './eventually';

/** The quick input: the palette, a picker, an input box. By keyboard alone. */
export class QuickInput {
  readonly #widget: Locator;

  constructor(private readonly page: Page) {
    this.#widget = page.locator('.quick-input-widget');
  }

  async opened(): Promise<void> {
    await this.#widget.locator('input').first().waitFor();
  }

  /** The title bar; empty where there is none. */
  async title(): Promise<string> {
    return this.#widget.locator('.quick-input-title').innerText();
  }

  /** The placeholder of a picker; for an input box, its prompt. */
  async placeholder(): Promise<string> {
    return (
      (await this.#widget.locator('input.input, .quick-input-filter input').first().getAttribute('placeholder')) ?? ''
    );
  }

  /** What is typed into it. */
  value(): Promise<string> {
    return this.#widget.locator('input').first().inputValue();
  }

  /** The labels of the rows that are on the screen. */
  labels(): Promise<readonly string[]> {
    return this.#widget.locator('.monaco-list-row .label-name').allInnerTexts();
  }

  /** Whether a row has exactly this label, given a second to come. */
  async offers(label: string): Promise<boolean> {
    const row = this.#widget.locator('.monaco-list-row .label-name').getByText(label, { exact: true });
    return row
      .first()
      .waitFor({ timeout: 1000 })
      .then(
        () => true,
        () => false,
      );
  }

  /** Puts all of the text in at once, as an input method does: a long list is not filtered anew for each letter. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Goes to the row that has exactly this label (icons do not count), and accepts it. */
  async choose(label: string): Promise<void> {
    await this.#goTo(`“${label}”`, found => found === label);
    await this.page.keyboard.press('Enter');
  }

  /** The same; false where that does not come about in a few seconds, as where something took the keyboard and closed it. */
  async chooses(label: string): Promise<boolean> {
    const isThere = this.#goTo(`“${label}”`, found => found === label, 5_000).then(
      () => true,
      () => false,
    );
    if (!(await isThere)) return false;
    await this.page.keyboard.press('Enter');
    return true;
  }

  /** Goes to the first row whose label begins so, and accepts it. */
  async chooseFirst(beginning: string): Promise<void> {
    await this.#goTo(`“${beginning}…”`, found => found.startsWith(beginning));
    await this.page.keyboard.press('Enter');
  }

  /** Goes to the first row below a separator, by its label, and accepts it: where that comes late, another row is focused. */
  async chooseBelow(separator: string): Promise<void> {
    const has = this.page.locator('.quick-input-list-separator', { hasText: separator });
    const row = this.#widget.locator('.monaco-list-row', { has }).first();
    await this.choose((await row.locator('.label-name').first().innerText()).trim());
  }

  async accept(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  async escape(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  /** Waits until it asks what begins so: in its title, placeholder or message. */
  async asks(text: string): Promise<void> {
    await eventually(`the quick input to ask “${text}”`, async () => {
      const asked = [await this.placeholder(), await this.#widget.innerText()];
      return asked.some(part => part.includes(text));
    });
  }

  async closed(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** Presses Down until the focused row is the one, all rows being filtered and sorted by then. */
  async #goTo(what: string, isWanted: (label: string) => boolean, milliseconds?: number): Promise<void> {
    await eventually(
      `${what} in the quick input`,
      async () => {
        const focused = this.#widget.locator('.monaco-list-row.focused .label-name');
        const label = (await focused.count()) > 0 ? (await focused.first().innerText()).trim() : undefined;
        if (label !== undefined && isWanted(label)) return true;
        if ((await this.labels()).some(other => isWanted(other.trim()))) await this.page.keyboard.press('ArrowDown');
        return false;
      },
      milliseconds,
    );
  }
}
