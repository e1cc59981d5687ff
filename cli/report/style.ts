import { html } from './html.ts';

// The look of the trainer's report (trainer/trainyard_trainer/report_style.py), in light and dark. Candidates: the colours of Okabe
// and Ito, which colour-blind people tell apart, darker or lighter where the ground asks for it. Lines: one hue from faint to strong.

/** Holds no `<` and no `&`, so it is the same in HTML and in XML. */
export const style = html`
:root{--ink:#1c2733;--muted:#5b6b7f;--line:#e2e8f0;--grid:#e8edf3;--good:#065f46;--good-back:#d1fae5;--bad:#991b1b;--bad-back:#fee2e2;--paper:#fff;--back:#f5f7fa;--plain:#e2e8f0;--strong:#2563eb;--mark:#c2410c;
--c0:#0072b2;--c1:#c44e00;--c2:#00805c;--c3:#a64d85;--c4:#8a6200;--c5:#2a93cf;--c6:#444c56;--c7:#7a4b2a;
--s0:#c6d0dc;--s1:#a3bcd4;--s2:#6f9dc6;--s3:#3d7bb3;--s4:#1f5791;--s5:#0b2f63;
--done:#bfdbfe;--going:#fff;--given:#fde9c8;--given-line:#b7791f;--lost:#fbd5d5;--lost-line:#b91c1c}
@media(prefers-color-scheme:dark){:root{--ink:#e4eaf1;--muted:#9aa9bb;--line:#2c3746;--grid:#263140;--good:#a7f3d0;--good-back:#0b3d30;--bad:#fecaca;--bad-back:#4c1717;--paper:#17202b;--back:#0e151d;--plain:#2c3746;--strong:#60a5fa;--mark:#fb923c;
--c0:#56b4e9;--c1:#f0853a;--c2:#2fc79a;--c3:#e19cc3;--c4:#e6b422;--c5:#9ad0f5;--c6:#c9ced6;--c7:#c79a72;
--s0:#33465c;--s1:#3f6080;--s2:#4a80ad;--s3:#66a3d6;--s4:#9cc8ee;--s5:#eaf5ff;
--done:#1e4273;--going:#17202b;--given:#3d2f14;--given-line:#e0a94a;--lost:#451a1a;--lost-line:#f87171}}
*{box-sizing:border-box}
body{margin:0 auto;padding:28px 24px 60px;max-width:1280px;background:var(--back);color:var(--ink);font:14px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif}
h1{font-size:26px;line-height:1.25;margin:0;display:flex;gap:12px;align-items:center;flex-wrap:wrap;overflow-wrap:anywhere;min-width:0}
h2{font-size:16px;margin:0 0 12px;font-weight:650;overflow-wrap:anywhere}h3{font-size:14px;margin:20px 0 8px;font-weight:600}
header p{margin:4px 0 14px;color:var(--muted);overflow-wrap:anywhere}
.muted,.note,.about,small{color:var(--muted);font-weight:400}.note{font-size:12px;margin:8px 0 12px;max-width:110ch}.about{margin:0}
.verdict{font-size:16px;margin:0 0 16px;overflow-wrap:anywhere;max-width:110ch}
.absent{color:var(--muted);font-style:italic;margin:4px 0}
.badge{font-size:12px;font-weight:600;padding:2px 9px;border-radius:99px;background:var(--plain);color:var(--ink);white-space:nowrap}
.badge.good{background:var(--good-back);color:var(--good)}.badge.bad{background:var(--bad-back);color:var(--bad)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(150px,100%),1fr));gap:14px;margin-bottom:14px}
.tile,.card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:16px;min-width:0}
.tile b{display:block;font-size:24px;line-height:1.25;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.tile span{display:block;color:var(--muted);font-size:12px;overflow-wrap:anywhere}
nav{display:flex;flex-wrap:wrap;gap:4px 16px;margin:0 0 14px}nav a{color:var(--strong);overflow-wrap:anywhere}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:14px}
.wide{overflow-x:auto;position:relative}.wide:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid var(--strong);outline-offset:2px}
.wide>svg{display:block;width:100%;min-width:640px;max-width:1000px;height:auto}
svg{overflow:visible}svg text{fill:var(--ink);font-size:11px;font-weight:400;font-family:inherit;font-variant-numeric:tabular-nums}svg .name{font-weight:600}svg .small{fill:var(--muted);font-size:10px}
svg .tick{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.grid{stroke:var(--grid)}.axis{stroke:var(--muted)}
.c0{--c:var(--c0)}.c1{--c:var(--c1)}.c2{--c:var(--c2)}.c3{--c:var(--c3)}.c4{--c:var(--c4)}.c5{--c:var(--c5)}.c6{--c:var(--c6)}.c7{--c:var(--c7)}
.m{fill:var(--c,var(--muted));stroke:var(--paper);stroke-width:.6}.m.faint{opacity:.45}.m.hollow{fill:var(--paper);stroke:var(--c,var(--muted));stroke-width:1.6}
.ring{fill:none;stroke:var(--ink);stroke-width:1.5}
.whisker{fill:none;stroke:var(--muted);stroke-width:1.5}
.best-so-far{fill:none;stroke:var(--muted);stroke-width:1.6}.goal{stroke:var(--ink);stroke-width:1.3;stroke-dasharray:6 4;fill:none}
.failed{stroke:var(--lost-line);stroke-width:2;fill:none}.stopped{stroke:var(--given-line);stroke-width:3;fill:none}
.line{fill:none;stroke-linejoin:round}.s0{stroke:var(--s0);stroke-width:1}.s1{stroke:var(--s1);stroke-width:1.1}.s2{stroke:var(--s2);stroke-width:1.3}.s3{stroke:var(--s3);stroke-width:1.5}.s4{stroke:var(--s4);stroke-width:1.9}.s5{stroke:var(--s5);stroke-width:2.5}
.many .line{stroke-width:1;opacity:.7}.many .s5{stroke-width:1.5;opacity:.9}.line.line:hover{opacity:1;stroke:var(--mark);stroke-width:3.5}
.track{fill:var(--grid)}.share{fill:var(--strong)}
.bar{stroke:var(--strong);stroke-width:.8}.done{fill:var(--done)}.going{fill:var(--going);stroke-dasharray:3 2}
.given-up{fill:url(#stripes);stroke:var(--given-line)}.lost{fill:url(#checks);stroke:var(--lost-line)}
.ground-stopped{fill:var(--given)}.stroke-stopped{stroke:var(--given-line);stroke-width:1.5;opacity:.5}.ground-failed{fill:var(--lost)}.stroke-failed{stroke:var(--lost-line);stroke-width:.8;opacity:.5}
svg text.on{fill:var(--ink);stroke:none}svg text.given-up,svg text.lost{paint-order:stroke;stroke:var(--paper);stroke-width:3px}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:8px 0 14px;padding:0;font-size:12px}.legend li{display:flex;gap:5px;align-items:center;overflow-wrap:anywhere;min-width:0}
.swatch{width:16px;height:16px;flex:none;vertical-align:-3px}
.interval{display:block;width:220px;height:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);font-size:12px;padding:0 0 6px}
th,td{padding:5px 10px;border-bottom:1px solid var(--line);vertical-align:top}
thead th{font-weight:600;font-size:12px;color:var(--muted);vertical-align:bottom}tbody th{font-weight:600;min-width:9em;max-width:24em;overflow-wrap:anywhere}
th small,td small{display:block;font-size:12px}.n{text-align:right}.t{text-align:left}tbody tr:last-child :is(td,th){border-bottom:0}
td{overflow-wrap:break-word}td.n{white-space:nowrap}td:has(code),th:has(code){min-width:16em}.state{white-space:nowrap}td:has(.reason){min-width:14em;overflow-wrap:anywhere}
.cell{padding:6px 10px;border-radius:6px;font-weight:600;text-align:center;white-space:nowrap}.cell i{display:block;font-style:normal;font-weight:400;font-size:11px;color:var(--muted)}
.cell.good{background:var(--good-back)}.cell.bad{background:var(--bad-back)}.cell.good i,.cell.bad i{color:inherit}
dl{display:grid;grid-template-columns:150px minmax(0,1fr);gap:7px 14px;margin:0}dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
code{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
summary{cursor:pointer;font-weight:600;margin:0 0 8px}
@media(max-width:680px){body{padding:16px 10px 40px}.tile,.card{padding:12px}dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:8px}}
@media print{:root{--back:#fff}body{padding:0;max-width:none;font-size:11px}nav{display:none}.card{break-inside:avoid-page;border-color:#ccc}.card:has(table),.card:has(details){break-inside:auto}.wide{overflow:visible}.wide>svg{min-width:0;break-inside:avoid}.interval{width:130px}th,td{padding:3px 5px}tbody th,td:has(code),th:has(code),td:has(.reason){min-width:0;overflow-wrap:anywhere}.cell{white-space:normal;padding:3px 4px}.badge{padding:1px 5px}code,.badge,th small,td small,thead th,caption,.note{font-size:10px}tbody th:has(code){min-width:9em}tr{break-inside:avoid}details::details-content{content-visibility:visible;height:auto}*{print-color-adjust:exact}}
`;
