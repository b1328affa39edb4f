"""Who owns, leads, gives or receives: a face, and a field that finds people and roles."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from launchplanner.ui.inspector.pick_field import Options, PickField
from launchplanner.ui.kit.avatars import AvatarWidget, Face
from launchplanner.ui.kit.surfaces import columns

_FACE = 22


class OwnerField(QWidget):
    """Emits `committed` with a person's or role's id, or with whatever somebody typed; the plan allows it."""

    committed = Signal(str)

    def __init__(self, says: str, *, name: str, placeholder: str = "", has_face: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.field = PickField(says, name=f"{name}-field", placeholder=placeholder, free=True)
        self.field.picked.connect(self.committed)
        self.face = AvatarWidget((), _FACE)
        if not has_face:
            self.face.hide()  # shown before it has a parent, it would be a window of its own
        self._has_face = has_face
        self._faces: tuple[Face, ...] = ()
        line = columns(self, spacing=0)
        line.setContentsMargins(6 if has_face else 0, 0, 0, 0)
        line.addWidget(self.face)
        line.addWidget(self.field, 1)
        self.setFocusProxy(self.field)

    def show_owner(self, text: str, faces: tuple[Face, ...], options: Options) -> None:
        """Show who it is, in words and faces."""
        self.field.show_value(text)
        self.field.show_options(options)
        if self._has_face and faces != self._faces:
            self._faces = faces
            self.face.set_faces(faces)
            self.face.setVisible(bool(faces) or not text.strip())
