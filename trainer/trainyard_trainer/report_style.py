"""The report's style sheet. System fonts and no scripts, so that it opens offline and inside strict viewers."""

CSS = """
:root{--ink:#1c2733;--muted:#64748b;--line:#e2e8f0;--good:#059669;--bad:#dc2626;--paper:#fff;--back:#f5f7fa}
*{box-sizing:border-box}
body{margin:0 auto;padding:28px 24px 60px;max-width:1280px;background:var(--back);color:var(--ink);
font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:26px;margin:0;display:flex;gap:12px;align-items:center;flex-wrap:wrap}
h2{font-size:14px;margin:0 0 10px;font-weight:650}
header p{margin:4px 0 18px;color:var(--muted)}
.muted,.note,small{color:var(--muted);font-weight:400}.note{font-size:12px;margin:8px 0 0}
.badge{font-size:12px;font-weight:600;padding:2px 9px;border-radius:99px;background:#e2e8f0;color:#475569;
white-space:nowrap}
.badge.good{background:#d1fae5;color:#065f46}.badge.bad{background:#fee2e2;color:#991b1b}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:14px;margin-bottom:14px}
.tile,.card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:16px}
.tile b{display:block;font-size:24px;line-height:1.2;font-variant-numeric:tabular-nums}
.tile small{font-size:14px}.tile span{color:var(--muted);font-size:12px}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:14px}
.row{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:14px}
.card svg{display:block;width:100%;height:auto}
.card svg text{font-family:inherit!important}
.scroll{overflow:auto;max-height:460px}.card:not(:only-child) .scroll{max-height:270px}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:5px 10px;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;font-size:12px;color:var(--muted);position:sticky;top:0;background:var(--paper)}
.n{text-align:right}.t{text-align:left}tr:last-child td{border-bottom:0}
td{overflow-wrap:break-word}td.n{white-space:nowrap}
.cell{padding:6px 10px;border-radius:6px;font-weight:600;text-align:center}
.cell i{display:block;font-style:normal;font-weight:400;font-size:11px;color:var(--muted)}
dl{display:grid;grid-template-columns:150px minmax(0,1fr);gap:7px 14px;margin:0}
dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
code{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.stage{display:grid;grid-template-columns:80px minmax(120px,1fr) 70px minmax(0,1.6fr);gap:14px;align-items:center;
padding:3px 0}
.track{position:relative;height:12px;background:#f1f5f9;border-radius:4px}
.track span{position:absolute;top:0;bottom:0;background:#2563eb;border-radius:4px}
.time{text-align:right;font-variant-numeric:tabular-nums}.said{color:var(--muted);overflow-wrap:anywhere}
@media(max-width:900px){.row{grid-auto-flow:row;grid-template-columns:minmax(0,1fr)}.card svg{max-width:640px}}
@media(max-width:680px){.stage{grid-template-columns:70px 1fr 60px}.said{grid-column:1/-1}}
@media print{body{background:#fff;padding:0}.card{break-inside:avoid}.row .card .scroll{max-height:none}}
"""
