import { qrPath } from "../../core/parts/qr.ts";

/** An address as a QR code: ink on paper, whatever the reader's theme. */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = qrPath(text);
  return <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges"><path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} /><path fill="#000" d={path} /></svg>;
};
