import type { Mail } from './mailer';
import { asHtml, asText, type Letter } from './template';

function mail(to: string, letter: Letter): Mail {
  return { to, subject: letter.subject, html: asHtml(letter), text: asText(letter) };
}

export function invitationMail(input: {
  to: string;
  workspace: string;
  invitedBy: string | null;
  url: string;
  days: number;
}): Mail {
  const who = input.invitedBy ?? 'An admin';
  return mail(input.to, {
    subject: `Join ${input.workspace} on Paydown`,
    paragraphs: [
      `${who} invites you to ${input.workspace}, where the team keeps its decisions, its technical debt and what depends on what.`,
    ],
    button: { label: `Join ${input.workspace}`, url: input.url },
    footer: `The link works once, for ${input.to} only, and for ${input.days} days.`,
  });
}

export function resetMail(input: { to: string; url: string; hours: number }): Mail {
  return mail(input.to, {
    subject: 'Choose a new password for Paydown',
    paragraphs: ['Someone, most likely you, asked for a new password for this address.'],
    button: { label: 'Choose a new password', url: input.url },
    footer: `The link works once, for ${input.hours} hours. If you did not ask, nothing changes: leave it.`,
  });
}

export function signInMail(input: { to: string; url: string; minutes: number }): Mail {
  return mail(input.to, {
    subject: 'Sign in to Paydown',
    paragraphs: ['Follow this link in the browser in which you want to be signed in.'],
    button: { label: 'Sign in', url: input.url },
    footer: `The link works once, for ${input.minutes} minutes. If you did not ask for it, leave it.`,
  });
}
