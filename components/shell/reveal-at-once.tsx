// Where React notes when it last showed a part of the page that came after the rest. Reading this, it was long ago.
const longAgo = "Object.defineProperty(window,'$RT',{get:()=>-1e3,set(){}})";

/**
 * Shows the page as soon as it has come. React would leave the skeleton up for 300 ms, waiting for further parts to show
 * together with it, and our pages have none. Should it stop to look there, the page waits again and nothing else is lost.
 */
export function RevealAtOnce({ nonce }: { nonce: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {longAgo}
    </script>
  );
}
