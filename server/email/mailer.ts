import { createTransport } from 'nodemailer';
import { env } from '@/server/platform/env';
import { log } from '@/server/platform/log';

export type Mail = { to: string; subject: string; html: string; text: string };

export function mailIsOn(): boolean {
  return env().SMTP_URL !== undefined;
}

async function send(mail: Mail): Promise<void> {
  const { SMTP_URL, SMTP_FROM } = env();
  if (!SMTP_URL) return;
  const transport = createTransport(SMTP_URL);
  try {
    await transport.sendMail({ from: SMTP_FROM, ...mail });
  } catch (error) {
    log.error({ err: error, subject: mail.subject }, 'mail was not sent');
  } finally {
    transport.close();
  }
}

const underWay = new Set<Promise<void>>();

/** Hands a mail over without waiting: how long it takes must not tell the caller whether there was anyone to write to. */
export function sendMail(mail: Mail): void {
  const sending: Promise<void> = send(mail).finally(() => underWay.delete(sending));
  underWay.add(sending);
}

/** Resolves when every mail handed over so far was sent or given up, as before a shutdown. */
export async function mailSettled(): Promise<void> {
  await Promise.all(underWay);
}
