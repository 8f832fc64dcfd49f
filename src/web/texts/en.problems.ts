// Every problem in plain English: what happened and what to do next.
import type { Texts } from './zh-TW.ts';

export const problems: Texts['problems'] = {
  'malformed-request': { title: 'Something in the form is not right', next: 'Correct the marked fields and send it again.' },
  'not-signed-in': { title: 'You are not signed in, or no longer', next: 'Please sign in again.' },
  'sign-in-failed': {
    title: 'Wrong account or password, or the account is locked for now',
    next: 'Check and try again; five failures lock the account for 15 minutes.',
  },
  'signature-invalid': { title: 'The signature is not right', next: 'Check key, clock and signed parts, then send it again.' },
  'csrf-token-invalid': { title: 'This page is out of date', next: 'Reload it and try again.' },
  'not-permitted': { title: 'Your duty does not include this', next: 'If your work needs it, ask the manager of your unit.' },
  'password-must-change': { title: 'Change your password first', next: 'Set a new one under "Change password", then go on.' },
  'refused-by-regulation': { title: 'The regulation does not allow this query', next: 'Put right what each clause says, then ask again.' },
  'service-suspended': {
    title: 'The client service is suspended',
    next: 'Ask the responsible person; after improvement it may be applied for again.',
  },
  'not-found': { title: 'There is no such thing', next: 'Check the address, or go back and choose again.' },
  'method-not-allowed': { title: 'Not supported', next: 'Please use the pages of the system.' },
  'request-replayed': { title: 'This request was sent before', next: 'See your history for the result; do not send it again.' },
  conflict: { title: 'Not possible in the present state', next: 'Reload to see the newest state.' },
  'body-too-large': { title: 'Too much was sent', next: 'Shorten it and send it again.' },
  'unsupported-media-type': { title: 'Unsupported format', next: 'Send it as application/json.' },
  'password-too-weak': { title: 'The new password breaks the rules', next: 'Choose one that follows every rule.' },
  'file-refused': {
    title: 'The file cannot be imported',
    next: 'Mend the file as described and import it again; what is in use stays as it is.',
  },
  'budget-exhausted': {
    title: "The service's limit is reached",
    next: 'Send it again after the time given; apply for more if the work needs it.',
  },
  'too-many-requests': { title: 'Too many requests', next: 'Please wait a moment.' },
  fault: { title: 'The system failed', next: "Note the reference and tell the system's administrator." },
  'provider-nonsense': {
    title: 'The Bureau of Labor Insurance sent something unreadable; nothing was shown',
    next: 'Try again later; if it goes on, give the reference to the manager.',
  },
  'provider-failed': {
    title: 'The connection to the Bureau of Labor Insurance broke; no data came',
    next: 'Try again later; this query has been recorded.',
  },
  'log-unavailable': {
    title: 'The log cannot be written, so no query is answered',
    next: 'Try again later and give the reference to the administrator.',
  },
  'data-unavailable': {
    title: 'The verification data cannot be used for now',
    next: 'Try again later; if it goes on, tell the responsible person.',
  },
  overloaded: { title: 'The system is busy', next: 'Wait some seconds and try again; nothing is lost.' },
  'provider-timeout': {
    title: 'The Bureau of Labor Insurance did not answer in time',
    next: 'Try again later; this query has been recorded.',
  },
  unreachable: {
    title: 'The system cannot be reached',
    next: 'Check the network and try again in a moment. If it goes on, tell the administrator.',
  },
  unreadable: { title: 'An unreadable answer came back', next: 'Try again later; if it goes on, tell the administrator.' },
};
