/**
 * The kit's built-in text. Every language has every message, which this type enforces. Numbers and dates arrive
 * formatted by `Intl`.
 */
export interface Messages {
  summary: string;
  takeaways: string;
  contents: string;
  faq: string;
  expandAll: string;
  collapseAll: string;
  copyLink: (question: string) => string;
  linkCopied: string;
  linkInAddress: string;
  comparison: string;
  question: string;
  notStated: string;
  /** Start of a statistic's sentence; for a single value, `few` and `many` are the same. */
  ofPeople: (few: string, many: string, of: string) => string;
  /** In the legend of a range's picture. */
  upTo: (many: string) => string;
  population: string;
  period: string;
  source: string;
  matcher: string;
  matcherFindings: string;
  matcherUnsure: string;
  matcherResult: string;
  matchedTo: string;
  matcherMixed: string;
  matcherInforms: string;
  matcherPrivate: string;
  note: string;
  caution: string;
  urgent: string;
  checklist: string;
  noteFor: (question: string) => string;
  ownQuestion: string;
  add: string;
  added: (question: string) => string;
  remove: (question: string) => string;
  reset: string;
  print: string;
  date: string;
  notes: string;
  sources: string;
  backToText: (number: string) => string;
  reviewedBy: string;
  reviewedOn: string;
  reviewDue: string;
  call: (phone: string) => string;
  disclaimer: string;
  disclaimerText: string;
  dismiss: string;
}

export const en: Messages = {
  summary: 'The short answer',
  takeaways: 'Key takeaways',
  contents: 'What this guide covers',
  faq: 'Common questions',
  expandAll: 'Open all',
  collapseAll: 'Close all',
  copyLink: (question) => `Copy link: ${question}`,
  linkCopied: 'Link copied',
  linkInAddress: 'The link is in the address bar',
  comparison: 'Compare the options',
  question: 'Question',
  notStated: 'Not stated',
  ofPeople: (few, many, of) => (few === many ? `${few} of ${of} people` : `${few} to ${many} of ${of} people`),
  upTo: (many) => `up to ${many}`,
  population: 'Who was counted',
  period: 'Over what time',
  source: 'Source',
  matcher: 'Match a finding to a treatment',
  matcherFindings: 'What does your imaging report say?',
  matcherUnsure: 'None of these, or I don’t know',
  matcherResult: 'What your findings are matched to',
  matchedTo: 'Matched to',
  matcherMixed: 'This is not clear-cut',
  matcherInforms:
    'This informs you. It does not diagnose. It does not take the place of an evaluation by a qualified physician.',
  matcherPrivate: 'What you tick stays on this page. It is not sent or stored.',
  note: 'Clinical note',
  caution: 'Caution',
  urgent: 'Urgent',
  checklist: 'Questions for a second opinion',
  noteFor: (question) => `Notes on: ${question}`,
  ownQuestion: 'Your own question',
  add: 'Add',
  added: (question) => `Added: ${question}`,
  remove: (question) => `Remove: ${question}`,
  reset: 'Start again',
  print: 'Print',
  date: 'Date',
  notes: 'Notes',
  sources: 'Sources and review',
  backToText: (number) => `Back to the text, from reference ${number}`,
  reviewedBy: 'Reviewed by',
  reviewedOn: 'Reviewed on',
  reviewDue: 'Next review due',
  call: (phone) => `Call ${phone}`,
  disclaimer: 'Medical disclaimer',
  disclaimerText:
    'This is general information, not medical advice, diagnosis or treatment. It does not take the place of an evaluation by a qualified physician. Decisions depend on your own history and clinical findings.',
  dismiss: 'Dismiss',
};
