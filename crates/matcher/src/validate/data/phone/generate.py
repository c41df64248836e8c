"""Writes plans.txt from the metadata of libphonenumber, as the Python package `phonenumbers` carries it.

    pip install phonenumbers && python generate.py > plans.txt
"""

from phonenumbers import PhoneMetadata
from phonenumbers.data import _COUNTRY_CODE_TO_REGION_CODE as REGIONS

KINDS = ("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip", "pager", "uan")
WORLD = "001"


def metadata(code, region):
    if region == WORLD:
        return PhoneMetadata.metadata_for_nongeo_region(code)
    return PhoneMetadata.metadata_for_region(region)


def pattern(plan):
    described = (getattr(plan, kind) for kind in KINDS)
    return [each.national_number_pattern for each in described if each and each.national_number_pattern]


for code in sorted(REGIONS, key=str):
    plans = [metadata(code, region) for region in REGIONS[code]]
    patterns = dict.fromkeys(part for plan in plans for part in pattern(plan))
    print(code, "|".join(patterns))
