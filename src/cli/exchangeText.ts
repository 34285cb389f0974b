import { type ExportProblem } from '../app/exportAnnotations';
import { type LeftOut } from '../core/exchange/exportedCorpus';
import { type ImportProblem } from '../core/exchange/importedAnnotation';
import { problemText } from './problemText';

/** What is told of an import, in a line for the terminal. */
export function importProblemText({ code, arguments: details }: ImportProblem): string {
  const detail = (name: string): string => details[name] ?? '';
  switch (code) {
    case 'unreadable':
      return `cannot be read: ${detail('reason')}`;
    case 'empty':
      return 'holds no annotations';
    case 'malformed':
      return 'not understood, not imported';
    case 'no-passage':
      return 'has no passage, not imported';
    case 'reply':
      return 'a reply to another annotation, not imported';
    case 'not-carried':
      return `"${detail('what')}" has no counterpart, left out`;
    case 'joined':
      return 'imported with the words between its pieces';
    case 'no-document':
      return `no article is "${detail('document')}", not imported`;
    case 'several-documents':
      return `several articles could be "${detail('document')}", not imported`;
    case 'unreadable-article':
      return `${detail('document')} cannot be read, not imported`;
    case 'uncertain':
      return 'imported, but where the passage is is not certain';
    case 'lost':
      return 'imported, but the passage is not in the article';
    case 'differs':
      return `the annotation "${detail('id')}" is there and says something else; it is as it was`;
    case 'id-elsewhere':
      return `${detail('document')} has an annotation "${detail('id')}", not imported`;
    case 'refused':
      return `the sidecar of ${detail('document')} has errors (see pressmark check) and was not written`;
    case 'not-written':
      return `the sidecar of ${detail('document')} was not written: ${detail('reason') || 'others keep writing to it'}`;
  }
}

/** What is told of an export. */
export function exportProblemText(problem: ExportProblem): string {
  switch (problem.kind) {
    case 'article':
      return 'the article cannot be read: exported without places';
    case 'sidecar':
      return problem.reason;
    case 'fault':
      return problemText(problem.fault);
    case 'withheld':
      return 'others’ annotations are withheld';
    case 'leftOut':
      return `${leftOutText(problem.annotation)}, left out`;
  }
}

function leftOutText({ id, reason }: LeftOut): string {
  switch (reason) {
    case 'unplaced':
      return `where the passage of "${id}" is is not certain`;
    case 'unrated':
      return `nobody rated the credibility of "${id}"`;
    case 'blank':
      return `the passage of "${id}" is nothing but line ends`;
  }
}
