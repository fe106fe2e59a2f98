import type { Refusal } from './auth-request';

export type RefusalWords = { title: string; detail: string };

/** What to tell someone whose sign-in was refused. */
export function refusalWords(refusal: Refusal): RefusalWords {
  switch (refusal.code) {
    case 'mismatch':
      return {
        title: 'This e-mail and password do not match.',
        detail:
          refusal.triesLeft === 0
            ? 'That was the last try for now. There is a pause of 15 minutes.'
            : `You have ${refusal.triesLeft} ${refusal.triesLeft === 1 ? 'try' : 'tries'} left, then a pause of 15 minutes.`,
      };
    case 'paused': {
      const minutes = Math.max(1, Math.ceil(refusal.retryAfterSeconds / 60));
      return {
        title: 'Too many tries.',
        detail: `Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. The right password is not taken during the pause either.`,
      };
    }
    case 'linkUsed':
      return {
        title: 'This link was used already or is too old.',
        detail: 'A link works once, for 15 minutes. Ask for a new one.',
      };
    case 'unreachable':
      return { title: 'The server did not answer.', detail: 'Nothing is lost. Try again in a moment.' };
  }
}

/** What happened at a provider, by the code in the address. */
export function providerProblem(code: string | undefined): RefusalWords | null {
  switch (code) {
    case undefined:
    case '':
      return null;
    case 'stranger':
      return {
        title: 'You are not a member of a workspace here yet.',
        detail: 'Ask an admin for an invitation to the address you signed in with, then try again.',
      };
    case 'unverified':
      return {
        title: 'The provider does not vouch for your e-mail address.',
        detail: 'Verify the address there, or sign in another way.',
      };
    case 'AccessDenied':
      return { title: 'The provider refused the sign-in.', detail: 'Try again, or sign in another way.' };
    default:
      return { title: 'Signing in there did not work.', detail: 'Try again, or sign in another way.' };
  }
}
