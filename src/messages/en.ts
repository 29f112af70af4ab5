import type { Translation } from '@shoelace-style/localize';

/** The kit's own words. Every language has them all, and the type says so. */
export interface Messages extends Translation {
  takeaways: string;
  faq: string;
  expandAll: string;
  collapseAll: string;
  copyLink: (question: string) => string;
  linkCopied: string;
  linkInAddress: string;
  comparison: string;
  question: string;
  notStated: string;
  disclaimer: string;
  disclaimerText: string;
  dismiss: string;
}

export const en: Messages = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',
  takeaways: 'Key takeaways',
  faq: 'Common questions',
  expandAll: 'Open all',
  collapseAll: 'Close all',
  copyLink: (question) => `Copy link: ${question}`,
  linkCopied: 'Link copied',
  linkInAddress: 'The link is in the address bar',
  comparison: 'Compare the options',
  question: 'Question',
  notStated: 'Not stated',
  disclaimer: 'Medical disclaimer',
  disclaimerText:
    'This is general information, not medical advice, diagnosis or treatment. It does not take the place of an evaluation by a qualified physician. Decisions depend on your own history and clinical findings.',
  dismiss: 'Dismiss',
};
