export type Letter = { subject: string; paragraphs: string[]; button: { label: string; url: string }; footer: string };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A letter as plain text: what mail programs without HTML show, and what spam filters read. */
export function asText(letter: Letter): string {
  const { paragraphs, button, footer } = letter;
  return [...paragraphs, `${button.label}: ${button.url}`, footer].join('\n\n');
}

/** A letter as HTML with its styles inline, since mail programs drop everything else. */
export function asHtml(letter: Letter): string {
  const { subject, paragraphs, button, footer } = letter;
  const url = escapeHtml(button.url);
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:32px 16px;background:#faf9f6;color:#1d1b17;font:15px/24px -apple-system,'Segoe UI',sans-serif">
<div style="max-width:520px;margin:0 auto">
<p style="margin:0 0 24px;font-weight:600">Paydown</p>
${body}
<p style="margin:24px 0"><a href="${url}" style="display:inline-block;padding:10px 18px;border-radius:6px;
background:#2f4fbf;color:#ffffff;text-decoration:none;font-weight:500">${escapeHtml(button.label)}</a></p>
<p style="margin:0 0 8px;color:#57524a;font-size:13px;line-height:20px">${escapeHtml(footer)}</p>
<p style="margin:0;color:#57524a;font-size:13px;line-height:20px;word-break:break-all">${url}</p>
</div></body></html>`;
}
