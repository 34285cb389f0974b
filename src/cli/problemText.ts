import { type CheckProblem } from '../core/sidecar/checkSidecar';
import { REMOVED } from '../core/sidecar/mergeAnnotation';

/** What is wrong, in a line for the terminal. */
export function problemText({ code, arguments: details }: Pick<CheckProblem, 'code' | 'arguments'>): string {
  const detail = (name: string): string => String(details[name] ?? '');
  switch (code) {
    case 'too-large':
      return `too large to be read: ${detail('length')} characters, at most ${detail('limit')}`;
    case 'not-yaml':
      return `not YAML: ${detail('message').split('\n')[0]}`;
    case 'too-deep':
      return 'nested too deep to be read';
    case 'conflict-markers':
      return 'conflict markers of git';
    case 'several-documents':
      return 'a second YAML document begins here';
    case 'newer-version':
      return `version ${detail('found')} is newer than ${detail('supported')}, which this Pressmark knows`;
    case 'wrong-version':
      return `the version is a whole number from 1 on, not "${detail('found')}"`;
    case 'wrong-type':
      return `"${detail('field')}" must be: ${detail('expected')}`;
    case 'missing-field':
      return `"${detail('field')}" is missing`;
    case 'invalid-value':
      return `"${detail('value')}" is no value of "${detail('field')}"`;
    case 'end-before-start':
      return '"end" lies before "start"';
    case 'duplicate-id':
      return `another annotation has the id "${detail('id')}"${details.file === undefined ? '' : `, in ${detail('file')}`}`;
    case 'duplicate-key':
      return `"${detail('field')}" stands here twice`;
    case 'taken-key':
      return `the key "${detail('key')}" belongs to "${detail('name')}" already`;
    case 'duplicate-name':
      return `"${detail('name')}" stands here twice`;
    case 'unresolved-conflict':
      if (detail('field') === REMOVED) return 'one side changed this annotation, the other removed it';
      return `"${detail('field')}" was changed twice: could also be "${detail('value')}"`;
    case 'cannot-edit-in-place':
      return 'cannot be edited in place';
    case 'article-missing':
      return 'the article is not beside the sidecar';
    case 'unreadable':
      return detail('reason');
    case 'moved':
      return 'the passage is not at its stored place any more, and was found';
    case 'uncertain':
      return 'where the passage is now is not certain';
    case 'lacking-field':
      return `the codebook requires "${detail('field')}"`;
    case 'unlisted-stance':
      return `"${detail('value')}" is no stance of the codebook`;
    case 'link-missing':
      return `the link leads to "${detail('document')}", which is not there: put it back, change the path, or remove the link`;
    case 'link-nowhere':
      return `the link leads out of the folder that is checked, to "${detail('document')}": change the path, or check the folder that holds both`;
    case 'link-lost':
      return `the linked passage is not in "${detail('document')}" any more: change its quote, or remove the link`;
    case 'link-uncertain':
      return `where the linked passage is now in "${detail('document')}" is not certain: change its quote to what stands there`;
    case 'lost':
      return 'the passage is not in the article any more';
  }
}
