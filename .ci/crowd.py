"""Writes forty small articles on one flood, and a hostile one, for a look at the page.

usage: crowd.py FOLDER
"""

import pathlib
import sys

TOLLS = [4, 4, 5, "at least 5", 7, 7, "about 10", 9, 9, 9]
PLACES = ["Brenholm", "Brenholm", "the town of Brenholm", "Brenholm", "Osterby"]
EXTRAS = [
    "Two bridges were closed.",
    "The army sent 300 soldiers.",
    "Schools in Brenholm stay closed until Friday.",
    "The mayor said that 1,200 people had left their homes.",
    "The region's governor said that 900 people had left their homes.",
]
HOSTILE = """---
source: <script>document.title = "ran"</script>
published: 2025-03-05
---
<img src=x onerror="document.title='ran'"> The flood in Brenholm on Sunday killed 6 people.
\u202eSchools\u202c "stay" closed & so does </td></table></style><script>document.title = "ran"</script>.
"""

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for i in range(39):
    day = 3 + i // 8
    toll = TOLLS[(i // 8 * 2 + i % 3) % len(TOLLS)]
    text = f"A flood in {PLACES[i % 5]} on Sunday killed {toll} people. {EXTRAS[i % 5]}"
    source = f"The {['Morning', 'Evening', 'Coast', 'Valley'][i % 4]} {['Post', 'Herald', 'Courier', 'Gazette', 'Observer', 'Mail', 'Star', 'Echo', 'Times', 'Bell'][i // 4]}"
    head = f"---\nsource: {source}\npublished: 2025-03-{day:02}\n---\n"
    (folder / f"article-{i + 1:02}.txt").write_text(head + text + "\n")
(folder / "hostile.txt").write_text(HOSTILE)
