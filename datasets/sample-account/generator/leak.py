"""Marks on values: what must be found, and what may be reported without being counted."""


class Leak(str):
    """A planted value; `covers` names what must be found in it."""

    covers: str

    def __new__(cls, covers, text):
        value = super().__new__(cls, text)
        value.covers = covers
        return value


class Tolerated(Leak):
    """A value that a person could argue about: reporting it is neither asked for nor wrong."""


def email(address):
    return Leak("email", address)


def phone(text):
    return Leak("phone", text)


def person(name):
    return Leak("person_name", name)


def mailbox(address):
    """A role mailbox: an address, but not a person's. Nobody can tell all of them from the address alone."""
    return Tolerated("email_role email", address)
