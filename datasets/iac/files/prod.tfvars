env            = "prod"
region         = "eu-west-1"
account_id     = "111122223333"
cost_center    = "CC-41320"
db_password    = "{password}"
redis_password = "" # from TF_VAR_redis_password
api_token      = "${data.vault_generic_secret.api.data["token"]}"

owner = {
  team  = "checkout"
  email = "carlos.mendoza@acme-corp.io"
  phone = "+353 1 617 4420"
}

slack_webhook_url = "{slack_webhook}"
github_token      = "{ghp}"

allowed_cidrs = [
  "10.60.0.0/16",
  "172.31.0.0/16", # northwind-legacy
  "203.0.113.9/32",
]

images = {
  orders  = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:{hex:64}"
  returns = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/returns:1.42.0-9c1185a"
}

payout = {
  iban     = "{iban:DE}"
  currency = "EUR"
  limit    = 536904399
}

certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/8f14e45f-ceea-467f-a8f5-3c2b1a0d9e8f"
schedule        = "cron(15 3 * * ? *)"
po_number       = "4500012345"
