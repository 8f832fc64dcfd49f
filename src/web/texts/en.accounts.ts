// Signing in and one's own password, in English.
import type { Texts } from './zh-TW.ts';

export const accounts: Texts['accounts'] = {
  signIn: 'Sign in',
  login: 'Account',
  password: 'Password',
  demoAccounts: 'The demonstration’s accounts and passwords were made at installation. List them on the host with:',
  personal: 'An account belongs to one person and is never shared. Every query is recorded.',
  reasons: {
    idle: { title: 'Signed out after a long pause', words: 'To protect personal data the screen was cleared. Please sign in again.' },
    lost: {
      title: 'You are no longer signed in',
      words: 'Perhaps the pause was too long, or the account signed in elsewhere. If that was not you, tell the manager of your unit.',
    },
    over: { title: 'The longest time for one sign-in is over', words: 'Please sign in again to go on.' },
    left: { title: 'Signed out', words: 'The screen was cleared.' },
  },
  changeTitle: 'Change password',
  changeLead: (day) => `Last changed: ${day}`,
  mustChange: 'This is your first sign-in, or the password has expired: set a new one to go on.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  repeatPassword: 'New password again',
  repeatDiffers: 'The two new passwords differ',
  currentMissing: 'Enter your current password',
  rulesTitle: 'Rules',
  rules: {
    length: '12 to 128 characters',
    upper: 'an upper-case letter',
    lower: 'a lower-case letter',
    digit: 'a digit',
    symbol: 'a symbol',
    guessable: 'not the account’s name, a common password or four equal characters in a row',
    reused: 'none of the last 3 passwords',
    'too-young': 'the last change was at least a day ago',
  },
  ruleMet: 'met',
  ruleBroken: 'not yet met',
  ruleLater: 'checked when sent',
  changeNow: 'Change password',
  changed: 'Password changed',
  pasteAllowed: 'You may paste one from a password manager.',
};
