terraform {
  required_version = ">= 1.5.0, < 2.0.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.52"
    }
  }

  backend "s3" {
    bucket         = "acme-tfstate-111122223333"
    key            = "orders/prod.tfstate"
    region         = "eu-west-1"
    dynamodb_table = "terraform-locks"
    kms_key_id     = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
  }
}

provider "aws" {
  region     = "eu-west-1"
  access_key = "{akia}" # only until OIDC works
  secret_key = "{aws_secret}"

  assume_role {
    role_arn    = "arn:aws:iam::444455556666:role/ci/github-deploy"
    external_id = "7f3c9d2a-41b8-4c0e-9a57-2d6e8f10b3c4"
  }

  default_tags {
    tags = {
      Environment = "prod"
      CostCenter  = "CC-41320"
      Repository  = "git@github.com:acme-corp/infra-checkout.git"
      Owner       = "hannah.oyelaran@acme-corp.io"
    }
  }
}

locals {
  name        = "orders-${var.env}"
  owner_email = "${var.team}@${var.domain}"
  build       = "20240611.4"
}

# ask dale.whitcombe@acme-corp.io before changing the instance class
resource "aws_db_instance" "orders" {
  identifier              = local.name
  engine                  = "postgres"
  engine_version          = "15.6"
  instance_class          = "db.r6g.xlarge"
  username                = "orders_app"
  password                = "{password}"
  backup_window           = "02:15-02:45"
  maintenance_window      = "sun:05:00-sun:06:00"
  backup_retention_period = 35
  deletion_protection     = true

  tags = {
    Name       = local.name
    CreatedAt  = "2023-11-02T08:14:55Z"
    GitCommit  = "9c1185a5c5e9fc54612808977ee8f548b2258d31"
    CostCode   = "536904399"
    created_by = "Marta Wiśniewska"
  }
}

resource "aws_db_instance" "reporting" {
  identifier                  = "reporting"
  manage_master_user_password = true
  password                    = var.reporting_password
  tags                        = merge(local.tags, { Owner = local.owner_email })
}

resource "aws_instance" "bastion" {
  ami           = "ami-0c55b159cbfafe1f0"
  instance_type = "t4g.small"
  subnet_id     = "subnet-0a1b2c3d4e5f60718"
  key_name      = "prod-bastion-2023"

  user_data = <<-EOT
    #!/bin/bash
    set -euo pipefail
    aws ecr get-login-password | docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-west-1.amazonaws.com
    echo "DATABASE_URL=postgres://orders_app:{password}@orders.internal:5432/orders" >> /etc/orders.env
    echo "REDIS_URL=redis://:${var.redis_password}@cache:6379/0" >> /etc/orders.env
    docker run -d 111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:{hex:64}
  EOT

  tags = {
    Name  = "bastion-euw1"
    Owner = "Platform Team"
  }
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "sms"
  endpoint  = "+14152037788"
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = "arn:aws:sns:eu-west-1:111122223333:orders-alerts"
  protocol  = "email"
  endpoint  = var.alert_email
}
