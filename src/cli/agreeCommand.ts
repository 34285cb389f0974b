import { agreementTable } from './agreementTable';
import { folderOptions } from './corpusFolder';
import { findingLine } from './finding';
import { agreementBelow, type FolderAgreement } from './folderAgreement';
import { print, tell } from './terminal';

/**
 * `pressmark agree [--json] DIR`: how far those who annotated the same documents agree. What is wrong with the sidecars, and so is left
 * out, goes to stderr as `check` prints it. Resolves to 0.
 */
export async function agreeCommand(args: readonly string[]): Promise<number> {
  const { folder, json } = await folderOptions('agree', args);
  const { agreement, findings } = await agreementBelow(folder);
  for (const finding of findings) tell(findingLine(finding));
  if (json) process.stdout.write(asJson(agreement));
  else print(agreementTable(agreement));
  return 0;
}

/** What cannot be told is null, so that each figure is always there. */
const asJson = (agreement: FolderAgreement): string =>
  `${JSON.stringify(agreement, (_, value: unknown) => (value === undefined ? null : value), 2)}\n`;
