"""LibreOffice as a second opinion: it opens a DOCX file, accepts or rejects everything, and says what it then holds.

Run by the system's Python, which has ``uno``; prints JSON. Called by ``tests/documents/formats/test_redline_office.py``.
"""

import json
import sys
import time

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def connect(pipe):
    """The desktop of the office that listens on this pipe."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - NoConnectException cannot be imported before the bridge is there
            time.sleep(0.25)
        else:
            return context
    message = "the office did not come up"
    raise SystemExit(message)


def paragraphs(text):
    """The words of each paragraph; a note's words stand in ``{...}`` where its mark is."""
    found = []
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        paragraph = walk.nextElement()
        words = ""
        portions = paragraph.createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.TextPortionType == "Footnote":
                # A custom mark stands before the words of its note.
                label = portion.Footnote.getLabel()
                note = portion.Footnote.getString().removeprefix(label).strip()
                words += f"{{{note}}}{label}"
            elif portion.TextPortionType == "Text":
                words += portion.getString()
        found.append(words)
    return found


def main(pipe, *files):
    """Print, for each file, what it holds after accepting and after rejecting; the accepted text as PDF beside it."""
    context = connect(pipe)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    told = {}
    for file in files:
        for act, command in COMMANDS.items():
            document = desktop.loadComponentFromURL(
                uno.systemPathToFileUrl(file), "_blank", 0, (said("Hidden", value=True),)
            )
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            told.setdefault(file, {})[act] = paragraphs(document.Text)
            target = uno.systemPathToFileUrl(f"{file}.{act}.pdf")
            document.storeToURL(target, (said("FilterName", value="writer_pdf_Export"),))
            document.dispose()
    sys.stdout.write(json.dumps(told))
    desktop.terminate()


def said(name, *, value):
    """A property of a call."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
