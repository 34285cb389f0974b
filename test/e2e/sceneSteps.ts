import { type QuickInput } from './quickInput';
import { type Workbench } from './workbench';

/** The article that most pictures show. */
export const INTERVIEW = '2025-05-14-harbour-interview.md';

export const SOURCES = 'Quotes & Claims';

/** The documents by story, as soon as these are known. */
export async function groupByStory(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Documents View');
  await workbench.row('Documents', /\d annotations/);
  await workbench.widenSidebar(460);
  await workbench.runCommand('Pressmark: Group Documents by Story');
  await workbench.row('Documents', /^Story: /);
  await workbench.page.mouse.move(900, 740); // over nothing that would show a tooltip
}

/** The interview, where Ines says something else than Theo of a passage that he has tagged. */
export async function differ(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Documents View');
  await workbench.row('Documents', /^Ferrin: not one stone/);
  await workbench.widenSidebar(400);
  await workbench.openFile(INTERVIEW);
  await workbench.marked();
  await workbench.toggleView('Documents');
  await workbench.cursorBehind('at least one third');
  await workbench.runCommand('Pressmark: Start Tagging Mode');
  await workbench.statusSays('TAGGING');
  for (const key of ['h', 'a', 'Shift+C', 'Escape']) await workbench.page.keyboard.press(key);
  await workbench.row('Annotations', /one third.*, Against.*reliability C/);
  await workbench.row('Annotations', /one third.*by Theo Maddern/);
}

/** The annotations view of the reviewed samples, large, with the keyboard in it, beside an article. */
export async function openList(workbench: Workbench): Promise<void> {
  await openArticle(workbench);
  await workbench.toggleView('Documents');
  await workbench.focusView('Annotations');
  await workbench.page.keyboard.press('Home');
}

/** The question what the annotations view is to be filtered by. */
export async function openFilter(workbench: Workbench): Promise<QuickInput> {
  await openList(workbench);
  await workbench.page.keyboard.press('/');
  const input = await workbench.quickInput();
  await input.asks('Filter by what?');
  return input;
}

/** Types a filter in place of the one that there is, where it is asked what to filter by; `words`: what the filter is called then. */
export async function typeFilter(workbench: Workbench, filter: string, words: string): Promise<void> {
  const input = await workbench.quickInput();
  await input.choose('Type the Filter…');
  await input.asks('For example');
  await workbench.page.keyboard.press('Control+A');
  await input.type(filter);
  await input.accept();
  await input.asks(words);
  await input.escape();
  await input.closed();
}

/** A passage's conversation in the interview, which is open. */
export async function openNote(workbench: Workbench): Promise<void> {
  await openArticle(workbench);
  await workbench.cursorBehind('“We will not move');
  await workbench.runCommand('Pressmark: Open Note');
  await workbench.conversation().says('no answer by Tuesday');
}

/** The report on the reviewed samples, beside the annotations view. */
export async function openReport(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Annotations View');
  await workbench.row('Annotations', /Ferrin/);
  await workbench.runCommand('Pressmark: Open Report');
  const page = await workbench.webview();
  await page.getByRole('heading', { name: 'Stance by target and outlet' }).waitFor();
  await page.getByText(/is quoted most/).waitFor();
  await page.getByText('Still to be read').waitFor({ state: 'hidden' });
  await workbench.page.mouse.move(24, 600); // over nothing that would light up
}

/** The interview, beside Pressmark's views, which are wide enough to be read. */
export async function openArticle(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Pressmark: Focus on Documents View');
  await workbench.row('Documents', /^LIVE: Ferry strikes/); // the last article has been read
  await workbench.widenSidebar(400);
  await workbench.openFile(INTERVIEW);
  await workbench.marked();
  await workbench.isIdle();
  await workbench.page.mouse.move(24, 456); // over nothing that would show a tooltip
}
