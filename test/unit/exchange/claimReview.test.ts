import assert from 'node:assert/strict';
import { type Annotation } from '../../../src/core/annotation/model';
import { toClaimReviews } from '../../../src/core/exchange/claimReview';
import { corpusOf, sampleCorpus } from './sampleCorpus';

const TEXT = 'Mayor Runa Falk said: “The pier is safe.” Nobody else said so.\n';
const annotation: Annotation = {
  id: 'a',
  quote: 'The pier is safe.',
  prefix: 'Mayor Runa Falk said: “',
  suffix: '” Nobody else',
  start: 23,
  end: 40,
  credibility: 4,
};
const reviews = (fields: Partial<Annotation>, facts = {}): readonly Record<string, unknown>[] => {
  const { text } = toClaimReviews(corpusOf('a.txt', TEXT, [{ ...annotation, ...fields }], facts));
  const parsed = JSON.parse(text) as Record<string, unknown>;
  assert.equal(parsed['@context'], 'https://schema.org');
  return parsed['@graph'] as readonly Record<string, unknown>[];
};

describe('ClaimReview', () => {
  it('says what is claimed, by whom and where, and how it was rated', () =>
    assert.deepEqual(
      reviews(
        { author: 'Ada', basis: 'no survey', created: '2026-01-02T03:04:05Z', reliability: 'C' },
        { title: 'Pier', publisher: 'Post', date: '2026-01-01', url: 'https://post.example/pier' },
      ),
      [
        {
          '@type': 'ClaimReview',
          identifier: 'a',
          claimReviewed: 'The pier is safe.',
          author: { '@type': 'Person', name: 'Ada' },
          datePublished: '2026-01-02',
          itemReviewed: {
            '@type': 'Claim',
            text: 'The pier is safe.',
            author: { '@type': 'Person', name: 'Runa Falk' },
            appearance: {
              '@type': 'NewsArticle',
              headline: 'Pier',
              url: 'https://post.example/pier',
              datePublished: '2026-01-01',
              publisher: { '@type': 'Organization', name: 'Post' },
            },
          },
          reviewRating: {
            '@type': 'Rating',
            ratingValue: 2,
            bestRating: 5,
            worstRating: 1,
            alternateName: 'Doubtful',
            ratingExplanation: 'no survey',
          },
        },
      ],
    ));

  it('leaves out what is not known, and a number for what cannot be judged', () => {
    const quote = 'Nobody else said so.';
    const [review] = reviews({ credibility: 6, quote, start: 42, end: 62, prefix: '', suffix: '' });
    assert.deepEqual(review, {
      '@type': 'ClaimReview',
      identifier: 'a',
      claimReviewed: quote,
      itemReviewed: { '@type': 'Claim', text: quote, appearance: { '@type': 'NewsArticle' } },
      reviewRating: { '@type': 'Rating', alternateName: 'Cannot be judged' },
    });
  });

  it('is made of what was rated, and tells what was not', () => {
    const { credibility: _credibility, ...unrated } = annotation;
    const { text, leftOut } = toClaimReviews(corpusOf('a.txt', TEXT, [annotation, { ...unrated, id: 'b' }]));
    assert.equal((JSON.parse(text) as { '@graph': unknown[] })['@graph'].length, 1);
    assert.deepEqual(leftOut, [{ path: 'a.txt', id: 'b', reason: 'unrated' }]);
  });

  it('is one for each rated passage of the samples', () => {
    const { text, leftOut } = toClaimReviews(sampleCorpus());
    assert.deepEqual([(JSON.parse(text) as { '@graph': unknown[] })['@graph'].length, leftOut], [9, []]);
  });
});
