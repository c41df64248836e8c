"""Values for tags, made from a seed: sensitive ones by kind, and innocent ones.

Nothing here is a literal secret. Tag values keep to the letters that AWS allows in them.
"""

import base64
import string
import zlib

BASE32 = string.ascii_uppercase + "234567"
BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase
HEX = "0123456789abcdef"
FIRST = ["jane", "john", "maria", "ahmed", "priya", "lukas", "chloe", "mateo", "olga", "fatima", "ingrid", "pedro"]
LAST = ["smith", "garcia", "nguyen", "schmidt", "okafor", "tanaka", "rossi", "dubois", "patel", "novak", "haddad"]
DOMAINS = ["acme-corp.com", "globex.io", "initech.de", "wayne.fr"]
TEAMS = ["platform", "payments", "data-eng", "search", "identity", "sre", "growth", "security"]
APPS = ["orders-api", "checkout-web", "ledger", "auth-proxy", "catalog", "etl-daily", "mailer", "inventory-sync"]
STAGES = ["prod", "staging", "dev", "qa"]


def letters(rng, alphabet, count):
    return "".join(rng.choice(alphabet) for _ in range(count))


def email(rng):
    return f"{rng.choice(FIRST)}.{rng.choice(LAST)}@{rng.choice(DOMAINS)}"


def phone(rng):
    return rng.choice(["+1 212 ", "+1 415 ", "+1 312 "]) + f"{rng.randint(220, 499)} {rng.randint(1000, 9999)}"


def ssn(rng):
    return f"{rng.randint(100, 665)}-{rng.randint(10, 99)}-{rng.randint(1000, 9999)}"


def luhn_digit(digits):
    total = 0
    for index, digit in enumerate(reversed(digits)):
        number = int(digit) * (2 if index % 2 == 0 else 1)
        total += number - 9 if number > 9 else number
    return str(-total % 10)


def card(rng):
    body = "4539" + letters(rng, string.digits, 11)
    return body + luhn_digit(body)


def iban(rng):
    account = letters(rng, string.digits, 18)
    check = 98 - int(account + "131400") % 97
    return f"DE{check:02}{account}"


def aws_key_id(rng):
    return "AKIA" + rng.choice(BASE32[16:]) + letters(rng, BASE32, 15)


def aws_secret(rng):
    return letters(rng, BASE62 + "/+", 40)


def github_token(rng):
    body = letters(rng, BASE62, 30)
    rest, check = zlib.crc32(body.encode()), ""
    for _ in range(6):
        rest, digit = divmod(rest, 62)
        check = BASE62[digit] + check
    return "ghp" + "_" + body + check


def stripe_key(rng):
    return "sk" + "_live_" + letters(rng, BASE62, 24)


def jwt(rng):
    def part(text):
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    payload = '{"sub":"%s","iat":1%s}' % (letters(rng, string.digits, 8), letters(rng, string.digits, 9))
    return ".".join([part('{"alg":"HS256","typ":"JWT"}'), part(payload), letters(rng, BASE62 + "-_", 43)])


def url(rng):
    scheme = rng.choice(["postgres", "mysql", "amqps"])
    return f"{scheme}://svc:{letters(rng, BASE62, 16)}@db.{rng.choice(DOMAINS)}/orders"


def password(rng):
    return rng.choice(FIRST).title() + str(rng.randint(1000, 9999)) + rng.choice("=+:") + letters(rng, BASE62, 6)


def birth_date(rng):
    return f"{rng.randint(1940, 2005)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def full_name(rng):
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}".title()


# What a detector covers, the tag keys under which it stands, and the maker.
SENSITIVE = [
    ("email", ["Owner", "Contact", "CreatedBy"], email),
    ("phone", ["OnCall", "Phone"], phone),
    ("us_ssn", ["SSN", "EmployeeSSN"], ssn),
    ("credit_card", ["CardNumber", "PaymentCard"], card),
    ("iban", ["IBAN", "BankAccount"], iban),
    ("aws_access_key_id", ["AccessKey", "Notes"], aws_key_id),
    ("aws_secret_access_key", ["SecretAccessKey"], aws_secret),
    ("github_token", ["GitHubToken", "ci"], github_token),
    ("stripe_key", ["StripeKey", "billing"], stripe_key),
    ("json_web_token", ["session"], jwt),
    ("url_credentials", ["DatabaseUrl", "DSN"], url),
    ("password", ["DbPassword", "admin_password"], password),
    ("date_of_birth", ["DateOfBirth", "dob"], birth_date),
    ("person_name", ["FullName", "PatientName"], full_name),
]


def uuid(rng):
    return "-".join(letters(rng, HEX, count) for count in (8, 4)) + "-4" + letters(rng, HEX, 3) + "-a" + letters(rng, HEX, 3) + "-" + letters(rng, HEX, 12)


def bad_card(rng):
    good = card(rng)
    return good[:-1] + str((int(good[-1]) + 5) % 10)


# Tags that mean no harm; some of them only look as if they did.
INNOCENT = [
    ("Environment", lambda rng: rng.choice(STAGES)),
    ("Application", lambda rng: rng.choice(APPS)),
    ("Team", lambda rng: rng.choice(TEAMS)),
    ("CostCenter", lambda rng: str(rng.randint(100_000, 989_999))),
    ("AccountId", lambda rng: letters(rng, "123456789", 12)),
    ("PayerAccount", lambda rng: letters(rng, "123456789", 12)),
    ("CreatedAt", lambda rng: f"20{rng.randint(18, 26)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}T08:1{rng.randint(0, 9)}:07Z"),
    ("Epoch", lambda rng: str(rng.randint(1_514_764_800, 1_790_000_000))),
    ("Version", lambda rng: f"v{rng.randint(0, 30)}.{rng.randint(0, 60)}.{rng.randint(0, 400)}"),
    ("Commit", lambda rng: letters(rng, HEX, 40)),
    ("Digest", lambda rng: "sha256:" + letters(rng, HEX, 64)),
    ("RequestId", uuid),
    ("BuildId", lambda rng: str(rng.randint(10_000, 99_999_999))),
    ("SubnetId", lambda rng: "subnet-" + letters(rng, HEX, 17)),
    ("RoleArn", lambda rng: f"arn:aws:iam::{letters(rng, '123456789', 12)}:role/{rng.choice(APPS)}"),
    ("StackId", lambda rng: f"arn:aws:cloudformation:eu-west-1:111122223333:stack/{rng.choice(APPS)}/{uuid(rng)}"),
    ("DbPasswordRef", lambda rng: f"arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-{letters(rng, BASE62, 6)}"),
    ("Image", lambda rng: f"111122223333.dkr.ecr.eu-west-1.amazonaws.com/{rng.choice(APPS)}:v1.{rng.randint(0, 99)}"),
    ("Cidr", lambda rng: f"10.{rng.randint(0, 255)}.{rng.randint(0, 255)}.0/24"),
    ("Repo", lambda rng: f"git@github.com:acme/{rng.choice(APPS)}.git"),
    ("Ticket", lambda rng: f"OPS-{rng.randint(100, 99_999)}"),
    ("ManagedBy", lambda rng: rng.choice(["terraform", "cdk", "manual"])),
    ("DataClassification", lambda rng: rng.choice(["public", "internal", "confidential"])),
    ("TestCard", bad_card),
    ("ExampleKey", lambda rng: "AKIAIOSFODNN7EXAMPLE"),
]
