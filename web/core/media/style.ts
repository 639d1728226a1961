import { ownStyle } from "../own-style.ts";

// Named by each part for what it does while it loads; a page that has several carries it once.
ownStyle(`.shots{display:flex;flex-wrap:wrap;gap:8px;margin:10px 0;padding:0;list-style:none}.shots>li{margin:0}.shot{display:block;padding:0;border:0;border-radius:10px;background:var(--line);overflow:hidden;cursor:zoom-in}.shot img{display:block;width:112px;height:112px;object-fit:cover}
.shots .whole{flex:1 0 100%}.whole .shot{width:100%;cursor:zoom-out}.whole .shot img{width:100%;height:auto;object-fit:contain}.coming{display:flex;align-items:center;justify-content:center;min-width:112px;min-height:112px;padding:8px;border:2px dashed var(--edge);border-radius:10px;text-align:center}
.coming.here{position:relative;padding:0}.coming.here img{width:112px;height:112px;object-fit:cover;border-radius:8px;opacity:.75}.coming.here .badge{position:absolute;left:4px;right:4px;bottom:4px;white-space:normal}
.beside{display:flex;align-items:center;gap:10px}.tiny{width:56px;height:56px;min-width:56px;object-fit:cover;border-radius:8px}.voice{margin:10px 0}.voice audio{width:100%}.voice meter{width:100%;height:24px}.written{margin-top:6px;padding:8px 12px;border-left:4px solid var(--edge);white-space:pre-line}.written small{display:block}
@media print{.voice .button,.voice audio,.coming{display:none}}`);
