import { type Locator, type Page } from 'playwright-core';
import { eventually } from './eventually';

/** Drives the comment widgets that are open in the editor. Every method waits for its effect to show. */
export class Conversation {
  private readonly widget: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.review-widget:visible');
  }

  /** What the open conversations say, each comment as “author: text”. */
  async comments(): Promise<readonly string[]> {
    const comments = await this.widget.locator('.review-comment').all();
    return Promise.all(
      comments.map(async comment => {
        const author = await comment.locator('.author').innerText();
        const body = comment.locator('.comment-body');
        return `${author}: ${(await body.isVisible()) ? (await body.innerText()).trim() : ''}`;
      }),
    );
  }

  /** Waits until some comment says this. */
  async says(words: string): Promise<void> {
    await eventually(`“${words}” in a conversation`, async () =>
      (await this.comments()).some(comment => comment.includes(words)),
    );
  }

  /** Waits until the keyboard is in a comment that is being written. */
  async isWriting(): Promise<void> {
    await eventually('the keyboard in a comment’s editor', () =>
      this.page.evaluate(() => document.activeElement?.closest('.review-widget .monaco-editor') !== null),
    );
  }

  /** Writes into the box below the conversation, and leaves it there. */
  async writeReply(text: string): Promise<void> {
    await this.widget.locator('.review-thread-reply-button').first().click();
    await this.isWriting();
    await this.page.keyboard.type(text);
  }

  /** Waits until the keyboard is somewhere in a conversation. */
  async isFocused(): Promise<void> {
    await eventually('the keyboard in a conversation', () =>
      this.page.evaluate(() => document.activeElement?.closest('.review-widget') !== null),
    );
  }

  /** Waits until no conversation is open. */
  async closed(): Promise<void> {
    await this.widget.first().waitFor({ state: 'hidden' });
  }
}
