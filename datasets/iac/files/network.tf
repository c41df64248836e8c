module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"

  name            = "platform-prod-euw1"
  cidr            = "10.60.0.0/16"
  azs             = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  private_subnets = ["10.60.0.0/20", "10.60.16.0/20", "10.60.32.0/20"]
  public_subnets  = ["10.60.128.0/24", "10.60.129.0/24", "10.60.130.0/24"]

  private_subnet_tags = {
    "kubernetes.io/role/internal-elb"         = "1"
    "kubernetes.io/cluster/${local.cluster}" = "shared"
  }
}

resource "aws_security_group_rule" "postgres" {
  description       = "5432 from eks-nodes, SEC-078-05-1120"
  type              = "ingress"
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  cidr_blocks       = ["10.60.0.0/16", "203.0.113.0/24"]
  ipv6_cidr_blocks  = ["2001:db8:1234:1a00::/56"]
  security_group_id = "sg-0536904399aabbccd"
}

resource "aws_vpn_connection" "dublin" {
  customer_gateway_id   = aws_customer_gateway.dublin.id
  transit_gateway_id    = "tgw-0123456789abcdef0"
  tunnel1_preshared_key = data.aws_secretsmanager_secret_version.psk.secret_string
  static_routes_only    = true
}

resource "aws_customer_gateway" "dublin" {
  bgp_asn    = 4155552671
  ip_address = "198.51.100.77"
  type       = "ipsec.1"
  tags = {
    Name      = "dublin-office"
    Circuit   = "0020187345"
    Ticket    = "NET-2041"
    Phone     = var.noc_phone
    ReviewOn  = "2024-12-31"
    ManagedBy = "terraform"
  }
}

module "eks" {
  source = "git::ssh://git@github.com/acme-corp/tf-modules.git//eks?ref=v20.8.5"

  cluster_version = "1.29"
  cluster_addons = {
    vpc-cni = { addon_version = "v1.18.1-eksbuild.3" }
  }
  access_entries = {
    admin = { principal_arn = "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_1a2b3c4d5e6f7a8b" }
  }
}
