def plant(account):
    sqs = account.client("sqs")
    sqs.create_queue(QueueName=account.mark("sqs", ""))
