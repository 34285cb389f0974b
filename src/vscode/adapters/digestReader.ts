import * as vscode from 'vscode';
import { type DigestReader } from '../../app/ports';
import { type DigestReading } from '../../core/across/articleDigest';
import type { LocalFiles } from '../../node/localFiles';

/** Languages of articles, for which a user may have set another encoding. */
const ARTICLE_LANGUAGES = ['plaintext', 'markdown'];

/** Reads files of the machine in another thread, where the editor reads them as UTF-8; undefined where the host has no such files. */
export function localDigestReader(localFiles: LocalFiles | undefined): DigestReader | undefined {
  return (
    localFiles && {
      async digest(requests, withFeatures) {
        const isUtf8 = utf8Check();
        const local = requests.flatMap(({ uri: address, ...request }, at) => {
          const uri = vscode.Uri.parse(address);
          return uri.scheme === 'file' && isUtf8(uri) ? [{ at, request: { ...request, path: uri.fsPath } }] : [];
        });
        const readings: DigestReading[] = requests.map(() => undefined);
        if (local.length) {
          const found = await localFiles.digest(
            local.map(({ request }) => request),
            withFeatures,
          );
          local.forEach(({ at }, i) => (readings[at] = found[i]));
        }
        return readings;
      },
    }
  );
}

/** True for files that an editor would read as UTF-8, if they are that; each workspace folder is looked at once. */
function utf8Check(): (uri: vscode.Uri) => boolean {
  const known = new Map<string | undefined, boolean>();
  return uri => {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    const key = folder?.toString();
    let isUtf8 = known.get(key);
    if (isUtf8 === undefined) {
      isUtf8 = [undefined, ...ARTICLE_LANGUAGES].every(languageId => {
        const scope = languageId === undefined ? folder : { uri: folder, languageId };
        const files = vscode.workspace.getConfiguration('files', scope);
        return isUtf8Name(files.get('encoding')) && files.get('autoGuessEncoding') !== true;
      });
      known.set(key, isUtf8);
    }
    return isUtf8;
  };
}

const isUtf8Name = (encoding: unknown): boolean => encoding === 'utf8' || encoding === 'utf8bom';
