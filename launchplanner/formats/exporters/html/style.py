"""The style sheet of a report as a web page: light and dark on screen, black on white on paper."""

from typing import Final

from launchplanner.reports.palette import EDGE, FACES, FILLS, INK, LINE, MUTED, NO_FAMILY

PAPER_SIZES: Final = {"a4": "A4", "letter": "Letter"}

_FACES: Final = "\n".join(f".face.{family} {{ background: {colour} }}" for family, colour in FACES.items())
_FILLS: Final = "\n".join(f".capsule .{family} {{ fill: {colour} }}" for family, colour in FILLS.items())

_SHEET: Final = f"""
:root {{ color-scheme: light dark; --ground: #F7F8FA; --sheet: #FFFFFF; --ink: {INK}; --muted: {MUTED};
  --line: {LINE}; --edge: {EDGE}; --card: #D0D5DD }}
@media (prefers-color-scheme: dark) {{
  :root {{ --ground: #14171E; --sheet: #1B1F28; --ink: #E8EBF1; --muted: #98A1B3; --line: #2C3240; --edge: #6B7588;
    --card: #3A4252 }}
}}
* {{ box-sizing: border-box }}
body {{ margin: 0; background: var(--ground); color: var(--ink);
  font: 14px/20px Inter, "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif }}
main {{ padding: 24px 12px }}
article {{ max-width: 860px; margin: 0 auto 24px; padding: 48px 56px 40px; background: var(--sheet);
  border: 1px solid var(--line); border-radius: 8px }}
p, td, th, h1, h2, h3, li, .name, .detail {{ unicode-bidi: plaintext }}
h1, h2, h3, p {{ margin: 0 }}
.unseen {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }}
b, .strong {{ font-weight: 600 }}
.muted, .note, .detail, .role, .where {{ color: var(--muted) }}
.where {{ display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; font-size: 13px }}
.where b {{ color: var(--ink) }}
.where .day {{ margin-inline-start: auto }}
.pill {{ display: inline-block; border: 1px solid var(--edge); border-radius: 999px; padding: 1px 10px;
  font-size: 12px; line-height: 17px; font-weight: 500; color: var(--ink); vertical-align: middle }}
.masthead {{ display: flex; justify-content: space-between; align-items: center; gap: 16px; margin-top: 20px }}
.kicker {{ font-size: 13px; font-weight: 500; color: var(--muted) }}
h2 {{ font-size: 34px; line-height: 42px; font-weight: 600; letter-spacing: -.01em; overflow-wrap: anywhere }}
h2 .pill {{ letter-spacing: 0; margin-inline-start: 10px }}
h3 {{ display: inline; font-size: 17px; font-weight: 600 }}
.capsule {{ flex: none }}
{_FILLS}
.capsule .none {{ fill: {NO_FAMILY} }}
.parties {{ display: grid;
  grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr) auto; align-items: center; gap: 16px; margin-top: 18px;
  border: 1px solid var(--card); border-radius: 9px; padding: 0 18px }}
.party {{ display: flex; gap: 12px; align-items: center; padding: 14px 0; min-width: 0 }}
.party .role, .detail {{ font-size: 12px; line-height: 16px }}
.name {{ font-size: 15px; font-weight: 600; overflow-wrap: anywhere }}
.arrow {{ stroke: var(--ink) }}
.zone {{ align-self: stretch; border-inline-start: 1px solid var(--card); padding: 14px 0 14px 18px }}
.zone dl {{ display: flex; justify-content: space-between; gap: 14px; margin: 0 0 8px }}
.zone div:nth-child(2) {{ text-align: center }}
.zone div:nth-child(3) {{ text-align: end }}
.zone dt {{ font-size: 12px; line-height: 16px; color: var(--muted); white-space: nowrap }}
.zone dd {{ margin: 0; font-size: 13px; font-weight: 600; white-space: nowrap }}
.bar {{ position: relative; height: 11px; border: 1px solid var(--edge); border-radius: 4px;
  background: repeating-linear-gradient(135deg, var(--edge) 0 1px, transparent 1px 5px) }}
.bar i {{ position: absolute; top: -5px; bottom: -5px; width: 3px; margin-left: -1.5px; background: var(--ink) }}
.face {{ flex: none; display: inline-flex; align-items: center; justify-content: center; border-radius: 50%;
  width: 21px; height: 21px; font-size: 9px; font-weight: 600; color: #FFFFFF; background: {NO_FAMILY} }}
.face.nobody {{ background: none; border: 1.5px dashed var(--muted) }}
.large {{ width: 40px; height: 40px; font-size: 15px }}
.medium {{ width: 28px; height: 28px; font-size: 11px }}
{_FACES}
.part {{ margin-top: 26px; break-after: avoid }}
.part .note {{ font-size: 13px; margin-inline-start: 8px }}
.letter {{ flex: none; vertical-align: 2px }}
.letter {{ display: inline-block; width: 20px; height: 20px; line-height: 17px; text-align: center; font-size: 12px;
  font-weight: 600; border: 1.5px solid var(--ink); border-radius: 5px; margin-inline-end: 10px }}
.bearing {{ display: flex; align-items: flex-start; margin-top: 20px }}
.bearing h3 {{ font-size: inherit }}
.bearing div, .plain {{ overflow-wrap: anywhere; unicode-bidi: plaintext }}
.plain {{ margin-top: 18px }}
.after {{ margin-top: 8px; font-size: 12.5px; color: var(--muted) }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 8px }}
thead th {{ font-size: 12px; line-height: 15px; font-weight: 500; color: var(--muted); vertical-align: bottom;
  text-align: start; padding: 3px 12px 6px 0; white-space: pre-line }}
tbody {{ border-top: 1.5px solid var(--ink) }}
tbody td, tbody th {{ padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); text-align: start;
  vertical-align: middle; font-weight: 400; font-size: 13.5px; line-height: 18px; overflow-wrap: anywhere }}
td:first-child, thead th:first-child {{ padding-inline-end: 4px }}
td:last-child, th:last-child {{ padding-inline-end: 0 }}
tr {{ break-inside: avoid }}
table.short {{ break-inside: avoid }}
td .muted, th .muted {{ font-size: 12.5px }}
table .right {{ text-align: end }}
table .center {{ text-align: center }}
td.center input + input {{ margin-inline-start: 10px }}
table + table {{ margin-top: 20px }}
.owner {{ display: flex; gap: 8px; align-items: center }}
.owner > div {{ min-width: 0 }}
input[type=checkbox] {{ width: 16px; height: 16px; margin: 0; vertical-align: -3px; accent-color: var(--ink) }}
.sign {{ stroke: var(--ink); fill: none; vertical-align: middle }}
.sign text {{ fill: var(--ink); stroke: none; font: 600 11px Inter, system-ui, sans-serif; text-anchor: middle }}
.questions {{ list-style: none; margin: 8px 0 0; padding: 0; border-top: 1.5px solid var(--ink) }}
.questions > li {{ display: grid; grid-template-columns: 24px 1fr 150px; gap: 0 8px; padding-top: 10px;
  break-inside: avoid }}
.questions .number {{ color: var(--muted); font-size: 12px }}
.question {{ font-weight: 600 }}
.answer {{ white-space: pre-line; overflow-wrap: anywhere }}
.write {{ height: 25px; border-bottom: 1px solid var(--edge) }}
.marks {{ display: grid; gap: 6px; align-content: start; padding-top: 6px; font-size: 13px }}
.cards {{ display: grid; grid-template-columns: 1fr 1fr; gap: 16px; margin-top: 10px }}
.card {{ border: 1px solid var(--edge); border-radius: 9px; padding: 16px 18px 12px; break-inside: avoid }}
.card .party {{ padding: 0 }}
.boxes {{ display: flex; flex-wrap: wrap; gap: 6px 18px; margin-top: 10px; font-size: 13px; break-inside: avoid }}
.boxes > span {{ color: var(--ink) }}
.blanks {{ display: flex; gap: 16px; margin-top: 36px; break-inside: avoid }}
.blanks span {{ border-top: 1px solid var(--edge); padding-top: 4px; font-size: 12px; line-height: 16px;
  color: var(--muted) }}
.foot {{ margin-top: 32px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 12px; color: var(--muted);
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 16px }}
code {{ font: 12px ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; color: var(--ink) }}
@media screen and (max-width: 720px) {{
  article {{ padding: 24px 16px }}
  .parties {{ grid-template-columns: 1fr; gap: 0 }}
  .arrow {{ display: none }}
  .zone {{ border-inline-start: 0; border-top: 1px solid var(--card); padding-inline-start: 0 }}
  .cards, .questions > li {{ grid-template-columns: 1fr }}
  table {{ table-layout: auto }}
}}
@media print {{
  :root {{ color-scheme: light; --ground: #FFFFFF; --sheet: #FFFFFF; --ink: {INK}; --muted: {MUTED}; --line: {LINE};
    --edge: {EDGE}; --card: #D0D5DD }}
  body {{ font-size: 11.5px; line-height: 16px; print-color-adjust: exact; -webkit-print-color-adjust: exact }}
  main, article {{ padding: 0; margin: 0; border: 0; max-width: none }}
  article + article {{ break-before: page }}
  thead {{ display: table-header-group }}
  h2 {{ font-size: 28px; line-height: 34px }}
  h3 {{ font-size: 14px }}
  .where, .kicker, .part .note, .marks, .boxes {{ font-size: 10.5px }}
  tbody td, tbody th {{ font-size: 11px; line-height: 14px; padding-block: 7px }}
  thead th, td .muted, th .muted, .detail, .party .role, .zone dt, .after {{ font-size: 9.5px;
    line-height: 13px }}
  .name {{ font-size: 12.5px }}
  .zone dd {{ font-size: 10.5px }}
  input[type=checkbox] {{ width: 13px; height: 13px }}
  .write {{ height: 20px }}
  .questions .number, .blanks span {{ font-size: 9.5px }}
  .blanks {{ margin-top: 30px }}
  .face {{ width: 16px; height: 16px; font-size: 7px }}
  .large {{ width: 32px; height: 32px; font-size: 12.5px }}
  .medium {{ width: 22px; height: 22px; font-size: 9px }}
  .letter {{ width: 16px; height: 16px; line-height: 13px; font-size: 9.5px }}
  .foot {{ display: none }}
}}
"""


def style_sheet(paper: str, footer: tuple[str, str, str]) -> str:
    """Return the style sheet, with the words for left, middle and right of each printed page's foot.

    The words come ready to stand in a CSS string; the right one holds the page's number and count.
    """
    left, middle, right = footer
    look = f"font: 9px Inter, system-ui, Arial, sans-serif; color: {MUTED}"
    page = (
        f"@page {{ size: {PAPER_SIZES[paper]}; margin: 12mm 13.75mm 17mm;\n"
        f"  @bottom-left {{ content: {left}; {look} }}\n"
        f"  @bottom-center {{ content: {middle}; {look} }}\n"
        f"  @bottom-right {{ content: {right}; {look}; font-weight: 600; color: {INK} }} }}"
    )
    return f"{page}\n{_SHEET.strip()}"
