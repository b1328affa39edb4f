"""Draws every page of the inspector, light and dark, at 340 by 800, into pictures to look at.

Run it as `python tests/look_at_inspector.py FOLDER [KIND …]`.
"""

import os
import sys
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea

from launchplanner.app.analysis import analyse
from launchplanner.ui import theme
from launchplanner.ui.inspector.inspector import Inspector
from tests.ui.inspector.launches import SCENES, TODAY, recorded

WIDTH, HEIGHT = 340, 800


def main() -> None:
    folder = Path(sys.argv[1])
    wanted = sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for mode in ("light", "dark"):
        theme.apply(app, mode)
        for name, (plan, selection) in SCENES().items():
            if wanted and not any(name.startswith(start) for start in wanted):
                continue
            inspector = Inspector(recorded)
            inspector.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            inspector.resize(WIDTH, HEIGHT)
            inspector.show_snapshot(analyse(plan, TODAY), selection)
            inspector.show()
            app.processEvents()
            page = inspector.page()
            assert page is not None
            bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
            pictures = [inspector.grab()]
            while bar.value() < bar.maximum() and len(pictures) < 4:
                bar.setValue(bar.value() + bar.pageStep() - 20)
                app.processEvents()
                pictures.append(inspector.grab())
            sheet = QPixmap((WIDTH + 12) * len(pictures), HEIGHT)
            sheet.fill(Qt.GlobalColor.gray)
            painter = QPainter(sheet)
            for at, picture in enumerate(pictures):
                painter.drawPixmap(QPoint(at * (WIDTH + 12), 0), picture)
            painter.end()
            sheet.save(str(folder / f"{name}-{mode}.png"))
            inspector.close()
            inspector.deleteLater()
            app.processEvents()


if __name__ == "__main__":
    main()
